"""A plan as papers: blocks for the report of a round, a document of its own, a workbook, and what programs read."""
