"""Resolutions put to the vote: opening, ballots, closing, counting."""
