"""What may be asked: each file below enters its operations and jobs into the tables of `route`."""
