"""The counter: what staff see in a browser, every page made of a row of the operations' table."""
