"""Lists to act on: one file for each finding."""
