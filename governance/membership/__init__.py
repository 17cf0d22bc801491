"""Persons and organisations, admission, collèges, leaving, and who holds which office."""
