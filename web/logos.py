"""The logos of the funders: kept with the words that stand for them, seen, removed. Every paper ends with them."""

from base64 import b64decode
from typing import Any

from pydantic import BaseModel, ConfigDict
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.statutes.logos import HEAVIEST, KeepLogo, RemoveLogo
from governance.words import Public
from web.counter import FORM_BYTES, Gesture, NoField, Page, found, to
from web.documents import printable
from web.edge.inputs import Name
from web.edge.picture import extent
from web.members import today
from web.upload import kept
from web.visitor import secretariat

WIDEST = 4000  # points of the picture: more would weigh, once opened, on the machine that prints


class Logo(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    file: UploadFile
    words: Name


def keep(form: Logo, request: Request, gesture: str) -> KeepLogo:
    content = form.file.file.read(HEAVIEST + 1)
    if len(content) <= HEAVIEST and not fit(content):  # a heavier one is for the rules to refuse
        raise Refused("logo-medium")
    form.file.file.seek(0)
    file = kept(request, form.file)
    return KeepLogo(file.digest, file.size, file.medium.value, Public(form.words), today())


def fit(content: bytes) -> bool:
    """Tried on paper first: a picture that cannot be printed would keep every paper from being so."""
    sides = extent(content)
    return sides is not None and 0 < min(sides) <= max(sides) <= WIDEST and printable(content)


def logos(request: Request) -> dict[str, Any]:
    return {"logos": request.state.coop["logos"], "heaviest": HEAVIEST // 1024}


def the_logo(request: Request) -> dict[str, Any]:
    listed = request.state.coop["logos"]
    return {"logo": found(next((one for one in listed if one["digest"] == request.path_params["digest"]), None))}


def picture(request: Request) -> Response:
    logo = the_logo(request)["logo"]
    return Response(b64decode(logo["picture"]), media_type=logo["media_type"])


def remove(form: NoField, request: Request, gesture: str) -> RemoveLogo:
    return RemoveLogo(request.path_params["digest"], today())


routes = [
    Gesture(Logo, "statutes/logos.html", keep, to("logos"), logos).page(
        "/statuts/logos", "logos", secretariat, 2 * HEAVIEST + FORM_BYTES
    ),
    Page("/statuts/logos/{digest}", "logo", secretariat, picture),
    Gesture(NoField, "statutes/remove_logo.html", remove, to("logos"), the_logo).page(
        "/statuts/logos/{digest}/retrait", "remove_logo", secretariat
    ),
]
