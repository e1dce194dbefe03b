"""Papers that the Centre issues, asked for over HTTP. R9.5, R9.6."""
