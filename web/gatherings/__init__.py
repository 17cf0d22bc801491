"""Groups at work and their meetings at the counter: planned, held, noted, told; and what is to be done."""

from web.gatherings import doing, files, groups, holding, noting, planning, rounding, source, speaking, telling

routes = [
    *planning.routes,
    *holding.routes,
    *noting.routes,
    *rounding.routes,
    *source.routes,
    *telling.routes,
    *groups.routes,
    *files.routes,
    *doing.routes,
    *speaking.routes,
]
