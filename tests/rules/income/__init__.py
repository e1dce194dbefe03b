"""Income: examples on paper, properties, and whole years recomputed by another program."""
