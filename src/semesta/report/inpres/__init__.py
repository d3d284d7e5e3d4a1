"""The matrix of Inpres 2/2021 as a paper of its own, and as the report of a semester or year by government."""
