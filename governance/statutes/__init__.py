"""Statutes as versioned data, and what the law allows them to say."""
