"""What people see in a browser: each file enters its pages into the table of operations."""
