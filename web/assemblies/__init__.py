"""Assemblies: planned, convened, attended, held. One module a page family; here, their addresses together."""

from web.assemblies import (
    agenda,
    attendance,
    case,
    chain,
    convene,
    filled,
    index,
    meeting,
    notices,
    papers,
    plan,
    points,
    preparation,
    proxies,
    screen,
    session,
)

routes = [
    *index.routes,
    *plan.routes,
    *preparation.routes,
    *points.routes,
    *agenda.routes,
    *convene.routes,
    *notices.routes,
    *papers.routes,
    *case.routes,
    *attendance.routes,
    *proxies.routes,
    *chain.routes,
    *filled.routes,
    *session.routes,
    *screen.routes,
    *meeting.routes,
]
