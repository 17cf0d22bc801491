"""Registers of labels pursued, of the pieces attached and of what proves."""
