"""When contributions are due, what being late costs, and when a person is covered."""
