"""Registers of votes."""
