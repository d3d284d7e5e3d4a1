"""Pages: flat functions, one file a part of the site. Each asks access.py for what it shows."""
