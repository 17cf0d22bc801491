"""An outbox for the tests of letters: an assembly to convene, a turn of the worker, and what is left."""

import re
from contextlib import contextmanager
from threading import Event

import psycopg

from governance.assembly.facts import (
    AssemblyConvened,
    AssemblyPlanned,
    MandateEntered,
    Matter,
    ResolutionTabled,
    RollSealed,
)
from governance.statutes.facts import Kind, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
)
from tests.hall import MEMBERS, in_days
from web.members import today
from web.office import Office
from web.outbox import Outbox
from web.sending import Post

SPRING = AssemblyId("spring")
WITH_MAILBOX = {one.id: one for one in MEMBERS if one.email}


def convened(day=None):
    """An assembly whose notice was just fixed."""
    lines = [
        MandateEntered(
            SPRING,
            MemberId(one.id),
            PersonId(f"{one.id}.voix" if one.speaker else one.id),
            CategoryId(one.category),
            CollegeId(one.college),
            True,
            None,
        )
        for one in MEMBERS
    ]
    day = day or in_days(20)
    return [
        AssemblyPlanned(SPRING, Organ.ASSEMBLY, Public("Assemblée annuelle"), day, "18:30", Public("Gap")),
        ResolutionTabled(
            SPRING, ResolutionId("r1"), 1, Kind.ORDINARY, Matter.GENERAL, Public("Comptes"), Public("Texte.")
        ),
        *lines,
        RollSealed(SPRING, StatutesId("v1"), len(lines), ()),
        AssemblyConvened(SPRING, today(), StatutesId("v1"), 20, 15, Public("20.1")),
    ]


@contextmanager
def working(site, cooperative, server=None):
    """The outbox as the worker holds it."""
    office = Office(cooperative.conninfo("worker"), cooperative.house.master_key())
    yield Outbox(office, site.slug, Post("http://palabre.test", "secretariat@coop.example", server))
    office.close()


def turn(outbox):
    outbox.fill()
    outbox.send(Event())
    outbox.tell()


def rows(site, what="*"):
    with site.office.reading() as db:
        return db.execute(f"select {what} from public.outbox order by id").fetchall()


def facts(site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def in_haste(cooperative):
    """As if the delay before the next attempt had passed."""
    with psycopg.connect(cooperative.conninfo("owner")) as db:
        db.execute("update public.outbox set next_try = now() - interval '1 second'")


def link(message):
    [found] = re.findall(r"http://palabre\.test(/\S+)", message.get_body(("plain",)).get_content())
    return found
