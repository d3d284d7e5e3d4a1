"""What is measured: indicators, and the figures held against each other."""
