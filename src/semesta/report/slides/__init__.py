"""Slides: what stands on them (deck.py), how much room it takes, and how PPTX sets it."""
