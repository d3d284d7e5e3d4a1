"""Everything that is written: one function each, with who does it, in one transaction with its event."""
