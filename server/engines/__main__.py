"""The keeper's own process: `python -m server.engines VAR_DIR`."""

import sys
from pathlib import Path

from server.engines.keeper import keep

if __name__ == "__main__":
    keep(Path(sys.argv[1]))
