"""Statutes: read in plain words, drafted question by question, compared, tried on past votes, adopted."""

from web.statutes import adopt, drafts, paper, show, vouch, what_if

routes = [
    *adopt.routes,
    *drafts.routes,
    *what_if.routes,
    *paper.routes,
    *vouch.routes,
    *show.routes,
]
