"""Whom a given sum covers first: by a list of rules, or as the optimum of a stated objective; for each person the reason."""
