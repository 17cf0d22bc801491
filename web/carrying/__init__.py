"""All that a cooperative owns, carried out of an installation and into another."""
