"""The program on the server that Debian packages, which is older than the program's own."""
