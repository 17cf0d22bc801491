"""Prioritisations at the counter: opened, filled from phones and from paper, read, sorted, closed."""

from web.prioritisations import opening, placing, showing, sorting

routes = [*showing.routes, *opening.routes, *placing.routes, *sorting.routes]
