"""Tests of what is drawn on paper and read from or written to sheets."""
