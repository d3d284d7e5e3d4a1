"""Reserves as a document, a workbook and JSON."""
