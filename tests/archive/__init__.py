"""The archive: a line for every shape that a fact has ever had, readable for ever.

A kind or a field that is added needs its lines: `python -m tests.archive add` writes them. Once a version was released
its lines are neither changed nor removed; before the first one, remove the lines of a kind that changed, and add them.
"""
