"""The pages of docs/reference, one file per kind of page: each file defines PAGES, which gives {path: text}."""
