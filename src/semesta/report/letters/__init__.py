"""What an office sends around a monev: the note with the five figures, the staff study, the invitation, requests for data."""
