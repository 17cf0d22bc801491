"""Shares subscribed and paid, and the register of their movements."""
