"""A choice of whom to cover: its workbook, and drafts of the decree, the proposal and the minutes of verification."""
