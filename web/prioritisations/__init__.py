"""Prioritisations at the counter: opened, filled from phones and from paper, read, sorted, closed."""

from web.prioritisations import opening, placing, printing, showing, sorting

routes = [*showing.routes, *printing.routes, *opening.routes, *placing.routes, *sorting.routes]
