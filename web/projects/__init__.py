"""Projects at the counter: their pages, who leads them, what they cost, what they measure, what they chose."""

from web.projects import accounting, choosing, files, leading, showing

routes = [*leading.routes, *accounting.routes, *choosing.routes, *files.routes, *showing.routes]
