"""The territory: where communes are, how far from one another, and the outlines of départements around them."""
