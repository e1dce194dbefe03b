"""Measured, not asserted: ratios of our code to bare code, side by side in the same minute."""
