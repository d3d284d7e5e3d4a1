"""One file per indicator; each file defines `INDICATOR` and is found by its place here."""
