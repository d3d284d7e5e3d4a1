"""Workbooks, CSV folders and Parquet in; templates and annotated copies out."""
