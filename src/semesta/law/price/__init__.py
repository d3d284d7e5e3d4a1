"""What covering one person costs."""
