"""The report of a monev round (laporan hasil monev): one file per chapter."""
