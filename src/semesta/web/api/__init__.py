"""The API: what the pages show, for programs. One file a part; whole.py puts them together."""
