"""What is to be decided: whom to cover with the money there is, what it will pay out, and what the pool carries."""
