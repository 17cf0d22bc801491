"""A meeting held on paper, entered afterwards: one page for all of it, with its true hours, from the keyboard alone."""

from web.afterwards.pages import routes

__all__ = ["routes"]
