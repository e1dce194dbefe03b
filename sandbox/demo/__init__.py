"""The whole story of one pooled-account case, played over HTTP. `python -m server demo`."""

from sandbox.demo.main import main

__all__ = ["main"]
