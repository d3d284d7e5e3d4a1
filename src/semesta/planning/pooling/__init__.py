"""What a pool of offices carries: each office's balance and the pool's over years, with shared good and bad years."""
