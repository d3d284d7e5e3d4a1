"""What a meeting is put on record with: the accord, the reconciliation of contributions, the minutes, the list to sign."""
