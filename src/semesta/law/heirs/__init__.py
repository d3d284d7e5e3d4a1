"""Who receives a benefit, with which documents, how soon, and what is owed for delay."""
