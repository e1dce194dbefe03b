"""What it looks like on paper and in a sheet: posters, ballots, statements, workbooks, photos.

Pure and often heavy: callers run it in a thread. Nothing here asks a database or a clock.
"""
