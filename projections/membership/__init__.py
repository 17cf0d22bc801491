"""Registers of persons, members and office holders."""
