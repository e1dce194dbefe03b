"""What a bank's statement says, and how it is brought to agree with the books. R3.9."""
