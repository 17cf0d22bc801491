"""Votes: opened, cast, raised or put in an urn, closed, counted, explained. Their addresses together."""

from web.votes import closing, hands, opening, paper, show

routes = [*opening.routes, *show.routes, *hands.routes, *paper.routes, *closing.routes]
