"""What decides whether, and by whom, a benefit is paid at all."""
