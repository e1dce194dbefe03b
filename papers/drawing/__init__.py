"""Drawing papers: rows of type set onto pages, and pages painted as pictures or PDF."""

from threading import Lock

MIN_DPI, MAX_DPI = 50, 300
# Font faces and ReportLab's font table belong to the process; one paper is drawn at a time.
drawing = Lock()
