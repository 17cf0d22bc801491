"""Deliberations: opened with their question, answered on a phone or from paper, closed and explained."""

from web.deliberations import course, opening, show, taking_part

routes = [*opening.routes, *show.routes, *taking_part.routes, *course.routes]
