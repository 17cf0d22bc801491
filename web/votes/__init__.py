"""Votes: opened, cast, raised or put in an urn, closed, counted, explained. Their addresses together."""

from web.votes import closing, consultation, form_paper, forms, hands, opening, paper, show

routes = [
    *(*opening.routes, *show.routes, *hands.routes, *paper.routes, *closing.routes),
    *(*forms.routes, *form_paper.routes, *consultation.routes),
]
