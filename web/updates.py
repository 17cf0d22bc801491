"""The yearly update at the counter: opened, printed for those who take paper, its coupons entered, reminded, closed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Command
from governance.membership.consent import AgreeToNotice, WithdrawAgreement
from governance.membership.person import ChangeContact
from governance.membership.person_facts import Purpose, Way
from governance.membership.update import CloseUpdate, ConfirmSheet, OpenUpdate, RemindOfUpdate
from governance.membership.update_facts import UpdateId
from governance.words import Day, PersonId
from projections.membership import updates
from web.counter import Gesture, NoField, Page, found, here, new, office, to
from web.documents import document
from web.documents.contents import legal
from web.edge.inputs import FrenchDay
from web.lives import signatory
from web.members import PAGE, dated_today, member, today
from web.my_sheet import Notice, Sheet, known_of
from web.pages import address, render
from web.visitor import secretariat

LETTERS = 500  # in one file


class Opening(BaseModel):
    until: FrenchDay


def open_update(form: Opening, request: Request, gesture: str) -> OpenUpdate:
    return OpenUpdate(UpdateId(gesture), form.until)


def index(request: Request) -> Response:
    with office(request).reading() as db:
        return render(request, "membership/updates.html", {"updates": updates.every(db)})


def of(request: Request) -> UpdateId:
    return UpdateId(request.path_params["update"])


def one(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"update": found(updates.of(db, of(request)))}


def show(request: Request) -> Response:
    return _show(request, {"wrong": ""})


def _show(request: Request, told: dict[str, Any], status: int = 200) -> Response:
    asked = request.query_params
    after = (asked.get("nom", ""), asked.get("apres", ""))
    with office(request).reading() as db:
        update = found(updates.of(db, of(request)))
        counts = updates.counts(db, of(request), today())
        rows = updates.sheets(db, of(request), today(), after, PAGE + 1)
    files = [(n + 1, n * LETTERS + 1) for n in range(-(-counts["by_letter"] // LETTERS))]
    more = rows[PAGE - 1] if len(rows) > PAGE else None
    known = {"update": update, "counts": counts, "rows": rows[:PAGE], "more": more, "files": files, "most": LETTERS}
    return render(request, "membership/update.html", {**known, **told}, status)


def find_coupon(request: Request) -> Response:
    """From the code on a coupon to the form that it fills."""
    typed = request.query_params.get("code", "")
    code = "".join(sign for sign in typed.upper() if sign.isalnum())
    with office(request).reading() as db:
        found(updates.of(db, of(request)))
        whose = updates.by_code(db, of(request), today(), code)
    if whose is None:
        return _show(request, {"wrong": typed}, 422)
    return RedirectResponse(address(request, "coupon", update=of(request), member=whose), 303)


class Coupon(Sheet):
    notice: Notice | None = None
    on: FrenchDay


def enter(form: Coupon, request: Request, gesture: str) -> Sequence[Command]:
    """What she corrected by hand, what she ticked, and that her sheet came back."""
    who = PersonId(_sheet(request)["speaker"])
    commands: list[Command] = []
    if any((changed := form.changed(who)).values()):
        commands.append(ChangeContact(who, **changed))
    if form.new_notice is Notice.EMAIL:
        commands.append(AgreeToNotice(who, Way.COUPON, Purpose.MEETINGS, form.on))
    if form.new_notice is Notice.LETTER:
        commands.append(WithdrawAgreement(who, form.on))
    return [*commands, ConfirmSheet(of(request), member(request), form.on)]


def _sheet(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        sheet: dict[str, Any] = found(updates.sheet(db, of(request), today(), member(request)))
        return sheet


def coupon(request: Request) -> dict[str, Any]:
    return {**one(request), "sheet": _sheet(request)}


def as_known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return known_of(db, PersonId(_sheet(request)["speaker"])) | dated_today(request)


def letters(request: Request) -> Response:
    """Some of the letters that go on paper, each with its coupon."""
    number = request.path_params["number"]
    with office(request).reading() as db:
        update = found(updates.of(db, of(request)))
        start = (number - 1) * LETTERS
        rows = found(updates.letters(db, of(request), today(), start, LETTERS) or None)
        signed = signatory(db, today())
    content = {
        "cooperative": legal(request.state.coop),
        "until": str(Day(update["until"])),
        "signatory": signed,
        "letters": [_letter(row) for row in rows],
    }
    headers = {"Content-Disposition": 'inline; filename="mise-a-jour.pdf"'}
    return Response(document("mise-a-jour", content, datetime.now(UTC)), media_type="application/pdf", headers=headers)


def _letter(row: dict[str, Any]) -> dict[str, str]:
    words = ("name", "spoken_by", "email", "phone")
    where = row["reached_at"] or row["address"] or ""
    own = row["member"] == row["speaker"]
    code = f"{row['code'][:5]}-{row['code'][5:]}"
    said = {name: row[name] or "" for name in words} | {"address": where, "seat": "" if own else row["address"] or ""}
    return said | {"code": code, "spoken_by": "" if own else said["spoken_by"]}


to_update = to("update", update=here("update"))

routes = [
    Page("/mises-a-jour", "updates", secretariat, index),
    Gesture(Opening, "membership/open_update.html", open_update, to("update", update=new)).page(
        "/mises-a-jour/nouvelle", "open_update", secretariat
    ),
    Page("/mises-a-jour/{update}", "update", secretariat, show),
    Page("/mises-a-jour/{update}/coupons", "find_coupon", secretariat, find_coupon),
    Gesture(Coupon, "membership/coupon.html", enter, to_update, coupon, as_known).page(
        "/mises-a-jour/{update}/coupons/{member}", "coupon", secretariat
    ),
    Page("/mises-a-jour/{update}/lettres/{number:int}.pdf", "update_letters", secretariat, letters),
    Gesture(NoField, "membership/remind_update.html", lambda f, r, g: RemindOfUpdate(of(r)), to_update, one).page(
        "/mises-a-jour/{update}/rappel", "remind_update", secretariat
    ),
    Gesture(NoField, "membership/close_update.html", lambda f, r, g: CloseUpdate(of(r)), to_update, one).page(
        "/mises-a-jour/{update}/cloture", "close_update", secretariat
    ),
]
