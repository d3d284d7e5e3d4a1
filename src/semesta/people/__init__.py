"""Lists of people: cleaned, linked, counted, and what is to be done for whom."""
