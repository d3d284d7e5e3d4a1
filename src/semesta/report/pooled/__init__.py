"""What the years may bring to a pool, and what two totals imply, as a document, a workbook and JSON."""
