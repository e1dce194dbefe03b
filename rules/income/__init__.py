"""What deposits earn and whose it is. Section 4."""
