"""What the members of an association owe each year, and whether it conditions their vote."""
