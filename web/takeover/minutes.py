"""Minutes that were written before: their scans, several at once, each with its day and its organ, found again beside
those of today."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, model_validator
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.past_minutes import KeepPastMinutes
from governance.command import Refused
from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Digest
from governance.statutes.facts import Organ
from governance.words import Public
from projections.assembly import past_minutes
from projections.names import plain
from web import files
from web.counter import FORM_BYTES, Gesture, Page, found, office, to
from web.edge.inputs import Name, PartialDay
from web.edge.media import medium
from web.forms import Form, blank, read
from web.i18n import gettext as _
from web.pages import render
from web.takeover import readings
from web.takeover.rows import complete, french, proposed, subjects
from web.visitor import members_and_officers, secretariat
from web.words import said
from web.words.statutes import STATUTES

AT_ONCE = 10  # files of the greatest weight
_DAYS = (  # in a file's name: 2011-06-18, 18-06-2011, 2011-06, 2011
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>[01]\d)[-_. ]?(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[-_. ](?P<m>[01]?\d)[-_. ](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ](?P<m>[01]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?!\d)"),
)
_ORGANS = (
    (Organ.BOARD, re.compile(r"\b(ca|conseil)\b")),
    (Organ.EXECUTIVE, re.compile(r"\bbureau\b")),
    (Organ.STEERING, re.compile(r"\b(copil|pilotage)\b")),
    (Organ.ASSEMBLY, re.compile(r"\b(ag|ago|age|agm|assemblee)\b")),
)


class Brought(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    file: list[UploadFile]


class Scans(BaseModel):
    """One row a file, by its number; one without a title is left out. `named`: as it was called, which nobody keeps."""

    named: dict[str, str] = {}
    digest: dict[str, str] = {}
    organ: dict[str, Organ] = {}
    title: dict[str, Name] = {}
    on: dict[str, PartialDay] = {}

    @model_validator(mode="after")
    def whole_rows(self) -> "Scans":
        complete(
            _("Procès-verbal"),
            {_("Organe"): self.organ, _("Jour de la réunion"): self.on, _("Le fichier"): self.digest},
            list(self.title),
        )
        return self


def index(request: Request) -> Response:
    return _shown(request, blank(Brought), None, 200)


def bring(request: Request, given: FormData) -> Response:
    """The files are kept for a day, closed; the record cites those that are confirmed."""
    form = read(Brought, given)
    if form.value is None:
        return _shown(request, form, None, 422)
    try:
        rows = [_kept(request, file) for file in form.value.file]
    except Refused as refusal:
        return _shown(request, form.refused("file", said(refusal).whole), None, 409)
    return _shown(request, form, proposed(Scans, rows), 200)


def _kept(request: Request, file: UploadFile) -> dict[str, str]:
    content, at, name = file.file.read(HEAVIEST + 1), office(request), file.filename or ""
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=file.size, most=HEAVIEST)
    kind = medium(content, name)
    if kind is None:
        raise Refused("unknown-medium")
    with at.reading() as db:
        digest = files.keep(db, at.vault, content, kind.value, at.vault.salt(content))
    return {"named": name, "digest": digest, "organ": organ(name), "title": "", "on": french(day(name))}


def day(name: str) -> str:
    """The day that a file's name says, as far as it says it; it is confirmed by somebody."""
    words = readings.day(" ".join(plain(name).split()[-4:-1]))
    if "-" in words:
        return words
    for sought in _DAYS:
        if found_there := sought.search(name):
            parts = found_there.groupdict()
            text = "-".join(f"{int(parts[part]):02}" for part in "ymd" if part in parts)
            if _exists(text):
                return text
    return ""


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 10 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def organ(name: str) -> str:
    """The organ that a file's name says, if it does."""
    words = plain(name)
    return next((one.value for one, sought in _ORGANS if sought.search(words)), "")


def keep(form: Scans, request: Request, gesture: str) -> Sequence[KeepPastMinutes]:
    at, acts = office(request), []
    with at.reading() as db:
        for row, title in form.title.items():
            file = files.take(db, at.vault, Digest(form.digest[row]))
            told = form.organ[row], Public(title), form.on[row], form.digest[row]
            acts.append(KeepPastMinutes(*told, len(file.content), file.media_type))
    return acts


def _shown(request: Request, form: Form[Brought], rows: Form[Scans] | None, status: int) -> Response:
    return render(request, "takeover/minutes.html", {"form": rows or form, "bring": form, **_around(request)}, status)


def _around(request: Request) -> dict[str, Any]:
    organs = {one.value: STATUTES[one.value] for one in Organ}
    with office(request).reading() as db:
        return {"rows": past_minutes.every(db), "organs": organs, "subjects": subjects}


def scan(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        row = found(past_minutes.of(db, request.path_params["digest"]))
        file = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="pv-{row["held"]}"'}
    return Response(file.content, media_type=row["media_type"], headers=headers)


agreed = Gesture(Scans, "takeover/minutes.html", keep, to("past_minutes"), _around)
routes = [
    Page("/reprise/proces-verbaux", "past_minutes", secretariat, index, bring, AT_ONCE * HEAVIEST + FORM_BYTES),
    Page("/reprise/proces-verbaux/accord", "keep_past_minutes", secretariat, post=agreed.carry_out),
    Page("/reprise/proces-verbaux/{digest}", "past_minutes_file", members_and_officers, scan),
]
