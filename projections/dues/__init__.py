"""Who owes what of the dues called."""
