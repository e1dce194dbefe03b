"""The reference of the API as pages of the sandbox, made from the API document itself."""
