"""Registers of the statutes."""
