"""The chain from files to reports, for command line and web alike."""
