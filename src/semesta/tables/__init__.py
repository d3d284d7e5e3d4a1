"""What data looks like: one declaration per table, from which sheet, reader, checks and reference follow."""
