"""What became of the notices: sent, waiting, refused, or to be handed over on paper."""

from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.notices import HandOverNotice
from governance.words import PersonId
from projections.assembly import notices
from web.assemblies.address import of, pressed, the_meeting
from web.counter import Page, office
from web.forms import new_gesture
from web.members import today
from web.pages import address, render
from web.visitor import secretariat


def show(request: Request) -> Response:
    with office(request).reading() as db:
        known = {"meeting": the_meeting(db, request), "notices": notices.of(db, of(request), today())}
    return render(request, "assembly/notices.html", {**known, "new_gesture": new_gesture})


def hand_over(request: Request) -> HandOverNotice:
    return HandOverNotice(of(request), PersonId(request.path_params["person"]), today())


def back(request: Request) -> str:
    return address(request, "notices", assembly=of(request))


routes = [
    Page("/assemblees/{assembly}/convocations", "notices", secretariat, show),
    Page(
        "/assemblees/{assembly}/convocations/{person}/remise",
        "hand_over",
        secretariat,
        post=pressed(hand_over, back),
    ),
]
