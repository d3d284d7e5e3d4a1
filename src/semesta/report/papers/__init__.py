"""The papers of a monev, one file each; registry.py finds them."""
