"""Powers to print before a meeting, one a member: her name is on it, and the code of her line, to be scanned."""

from io import BytesIO
from typing import Any

import segno
from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import AssemblyId, MemberId
from projections.assembly import rolls
from web.assemblies import contents, rules
from web.assemblies.address import of, the_meeting
from web.assemblies.finding import code
from web.counter import Page, found, office, visitor
from web.documents import document
from web.documents.contents import Addressee, FilledPower, Powers
from web.visitor import secretariat

Row = dict[str, Any]


def filled(db: Connection[DictRow], coop: Row, meeting: Row) -> Powers:
    """For whoever has a vote and has not given it yet."""
    blank, names = contents.proxy(db, coop, meeting), rules.college_names(db, meeting)
    lines = [line for line in rolls.sheet(db, AssemblyId(meeting["id"])) if line["votes"]]
    return {
        "cooperative": blank["cooperative"],
        "assembly": blank["assembly"],
        "agenda": blank["agenda"],
        "rules": blank["rules"],
        "powers": [_power(line, names) for line in lines if not (line["holder"] or line["open_proxy"] or line["form"])],
    }


def _power(line: Row, names: dict[str, str]) -> FilledPower:
    mark = code(AssemblyId(line["assembly"]), MemberId(line["member"]))
    college = contents.bare(names[line["college"]]) if line["college"] in names else ""
    giver: Addressee = {"name": line["name"] or "", "address": line["address"] or "", "college": college}
    return {"giver": giver, "code": mark, "svg": drawn(mark)}


def drawn(mark: str) -> str:
    """A QR code (ISO/IEC 18004) that holds these signs and nothing else."""
    picture = BytesIO()
    segno.make(mark, error="m", micro=False).save(picture, kind="svg", xmldecl=False, omitsize=True)
    return picture.getvalue().decode().strip()


def powers(request: Request) -> Response:
    """They show where everybody lives: whoever prints them is noted."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        found(meeting["convened"])
        content = filled(db, request.state.coop, meeting)
        page = f"assemblees/{of(request)}/pouvoirs"
        db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])
    pdf = document("pouvoirs", dict(content), meeting["convened_at"])
    headers = {"Content-Disposition": 'inline; filename="pouvoirs.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)


routes = [Page("/assemblees/{assembly}/pouvoirs.pdf", "filled_powers", secretariat, powers)]
