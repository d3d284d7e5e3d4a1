"""What people owe and are owed: dated rules and parameters, each with its article."""
