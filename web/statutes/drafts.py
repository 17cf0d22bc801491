"""Drafts of statutes: a questionnaire that keeps everything typed and checks it, with nothing in the record."""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from governance.statutes.facts import Form as Legal
from governance.statutes.findings import Finding
from projections.statutes import versions
from web.counter import Page, found, office
from web.edge.inputs import bare
from web.edge.lines import Unreadable
from web.edge.statutes_file import StatutesFile, read_statutes
from web.edge.statutes_words import Remark, said
from web.forms import Form, blank, new_gesture, read
from web.members import today
from web.pages import address, render
from web.statutes.prefill import prefilled
from web.statutes.questions import answered, ask, written
from web.visitor import secretariat
from web.words.statutes import STATUTES

IN_FORCE, PASTED = "in_force", "pasted"
_NAME = frozenset("abcdefghijklmnopqrstuvwxyz_.0123456789")


class Beginning(BaseModel):
    """From the law of a form, from the version in force, or from a file."""

    start: str
    text: str | None = None


def index(request: Request) -> Response:
    return _index(request, blank(Beginning), 200)


def _index(request: Request, form: Form[Beginning], status: int) -> Response:
    with office(request).reading() as db:
        drafts = db.execute("select id, at from public.statutes_draft order by at desc, id").fetchall()
        version = versions.in_force(db, today())
    starts = [(one.value, STATUTES.get(one.value, one.value)) for one in Legal]
    known = {"drafts": drafts, "starts": starts, "version": version, "pasted": PASTED, "in_force": IN_FORCE}
    return render(request, "statutes/drafts.html", {"form": form, **known}, status)


def begin(request: Request, given: FormData) -> Response:
    form = read(Beginning, given)
    if form.value is None:
        return _index(request, form, 422)
    with office(request).reading() as db:
        try:
            answers = _beginning(db, form.value)
        except Unreadable as why:
            return _index(request, form.refused("text", str(why)), 422)
        sentence = "insert into public.statutes_draft (id, answers) values (%s, %s) on conflict (id) do nothing"
        db.execute(sentence, [form.gesture, Jsonb(answers)])
    return RedirectResponse(address(request, "draft", draft=form.gesture), 303)


def _beginning(db: Connection[DictRow], asked: Beginning) -> dict[str, str]:
    if asked.start == PASTED:
        return answered((asked.text or "").replace("\r\n", "\n"))
    if asked.start == IN_FORCE:
        version = versions.in_force(db, today())
        return answered(version["text"]) if version else {}
    return prefilled(Legal(asked.start)) if asked.start in {one.value for one in Legal} else {}


def of(db: Connection[DictRow], draft: str) -> DictRow | None:
    return db.execute("select * from public.statutes_draft where id = %s", [draft]).fetchone()


def file_of(request: Request) -> tuple[DictRow, StatutesFile]:
    """The draft of this address, and the file that it makes."""
    with office(request).reading() as db:
        row: DictRow = found(of(db, request.path_params["draft"]))
    return row, read_statutes(written(row["answers"]))


def show(request: Request) -> Response:
    row, file = file_of(request)
    told = [(anchor(finding), said(finding)) for finding in file.findings]
    known = {"draft": row, "sections": ask(row["answers"]), "remarks": told, "beside": _beside(file)}
    return render(request, "statutes/draft.html", {**known, "to_see": _to_see(told), "gesture": new_gesture()})


def _to_see(told: list[tuple[str, Remark]]) -> set[str]:
    """Every part that a remark is about, and the parts around it: what the page must not fold."""
    return {where.rsplit(".", cut)[0] for where, _remark in told for cut in range(where.count(".") + 1)}


def anchor(finding: Finding) -> str:
    """The question that a finding is about: `capital.nominal` for `capital.nominal.value`."""
    name = ".".join(map(str, finding.path))
    for part in ("value", "article", "quote"):
        name = name.removesuffix(f".{part}")
    return name


def _beside(file: StatutesFile) -> dict[str, list[Remark]]:
    """What is to be said of each question, under it."""
    told: dict[str, list[Remark]] = {}
    for finding in file.findings:
        told.setdefault(anchor(finding), []).append(said(finding))
    return told


def save(request: Request, given: FormData) -> Response:
    """Everything typed is kept, right or wrong. Saving what somebody else changed meanwhile keeps the last."""
    with office(request).reading() as db:
        row = found(of(db, request.path_params["draft"]))
        answers = dict(_typed(given))
        sentence = "update public.statutes_draft set answers = %s, at = clock_timestamp() where id = %s"
        db.execute(sentence, [Jsonb(answered(written(answers))), row["id"]])
    where = "#remarques" if given.get("then") == "check" else f"#{_section(given)}"
    return RedirectResponse(address(request, "draft", draft=row["id"]) + where, 303)


def _typed(given: FormData) -> Iterator[tuple[str, str]]:
    for name in given:
        words = ", ".join(bare(each) for each in given.getlist(name) if isinstance(each, str))
        if words and name not in ("gesture", "then") and set(name) <= _NAME:
            yield name, words.replace("\r\n", "\n")


def _section(given: FormData) -> str:
    """Where the reader was: the button that she pressed says its section."""
    then = given.get("then")
    return then if isinstance(then, str) and then.startswith("section-") and then[8:].isdecimal() else "section-1"


def drop(request: Request, given: FormData) -> Response:
    with office(request).reading() as db:
        db.execute("delete from public.statutes_draft where id = %s", [request.path_params["draft"]])
    return RedirectResponse(address(request, "drafts"), 303)


def download(request: Request) -> Response:
    _row, file = file_of(request)
    headers = {"Content-Disposition": 'attachment; filename="statuts-brouillon.yaml"'}
    return PlainTextResponse(file.text, headers=headers)


def started(request: Request) -> dict[str, Any]:
    """What the page of adoption begins with, when it comes from a draft."""
    draft = request.query_params.get("brouillon", "")
    with office(request).reading() as db:
        row = of(db, draft) if draft else None
    return {"text": written(row["answers"]) if row else "", "in_force_from": today()}


routes = [
    Page("/statuts/brouillons", "drafts", secretariat, index, begin),
    Page("/statuts/brouillons/{draft}", "draft", secretariat, show, save),
    Page("/statuts/brouillons/{draft}/abandon", "drop_draft", secretariat, post=drop),
    Page("/statuts/brouillons/{draft}/fichier", "draft_file", secretariat, download),
]
