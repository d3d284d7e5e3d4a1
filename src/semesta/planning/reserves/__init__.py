"""What events that already happened will still cost: claims not yet reported, and scholarships of known deaths."""
