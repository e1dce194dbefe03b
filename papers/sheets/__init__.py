"""Spreadsheets: what people send is measured before it is read, what they take away is safe."""
