"""Work accident (jaminan kecelakaan kerja)."""
