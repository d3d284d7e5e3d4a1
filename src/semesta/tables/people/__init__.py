"""Tables of people and of what happened to them, one file each."""
