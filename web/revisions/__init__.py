"""The révision coopérative: when it is due, who makes it, what it asks for, until every point of it is closed."""

from web.revisions import findings, pages

routes = [*pages.routes, *findings.routes]
