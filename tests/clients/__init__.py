"""What the TypeScript clients and the API document are checked with. `make clients`."""
