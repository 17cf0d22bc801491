"""Every kind of fact that the archive can hold, and how its bytes are read and written."""

from fractions import Fraction
from typing import Any

import msgspec
import psycopg

import governance.assembly.convening_facts
import governance.assembly.facts
import governance.assembly.interest_facts
import governance.assembly.minutes_facts
import governance.assembly.presence_facts
import governance.assembly.sheet_facts
import governance.assembly.year_facts
import governance.capital.facts
import governance.decision.facts
import governance.decision.life_facts
import governance.dues.facts
import governance.evidence.disclosure_facts
import governance.evidence.facts
import governance.evidence.given_facts
import governance.evidence.project_facts
import governance.evidence.remark_facts
import governance.evidence.revision_facts
import governance.evidence.trace_facts
import governance.evidence.witness_facts
import governance.membership.adviser_facts
import governance.membership.exclusion_facts
import governance.membership.facts
import governance.membership.invariant_facts
import governance.membership.person_facts
import governance.membership.update_facts
import governance.network.action_facts
import governance.network.card_facts
import governance.network.facts
import governance.network.hearing_facts
import governance.network.meeting_facts
import governance.network.news_facts
import governance.network.pole_facts
import governance.network.priority_facts
import governance.network.round_facts
import governance.network.source_facts
import governance.network.speaking_facts
import governance.network.survey_facts
import governance.project.choice_facts
import governance.project.facts
import governance.project.life_facts
import governance.rights.facts
import governance.statutes.facts
import governance.vote.amendment_facts
import governance.vote.deliberation_facts
import governance.vote.election_facts
import governance.vote.facts  # noqa: F401
from governance.words import Clear, Day, Fact, Sealed

VERSION = "0.1.0"  # of Palabre, written in the database beside the kinds that it brought
KINDS: dict[str, type[Fact]] = {kind.__name__: kind for kind in Fact.__subclasses__()}


class UnknownKind(Exception):
    """The record holds a fact that this version cannot read: a newer Palabre wrote it."""

    def __init__(self, kind: str, version: str = "a newer version") -> None:
        super().__init__(f"{kind} was brought by {version} of Palabre, this is {VERSION}")
        self.kind = kind
        self.version = version


def plain(value: Any) -> str:
    """How the archive writes what JSON has no word for. What is still in words never goes in."""
    if isinstance(value, Clear):
        raise TypeError(f"{value!r} is not sealed")
    if isinstance(value, Sealed):
        return value.commitment
    if isinstance(value, (Day, Fraction)):
        return str(value)
    raise TypeError(f"the archive has no word for {type(value).__name__}")


def rich(kind: type, text: Any) -> Any:
    """The way back."""
    if kind is Fraction:  # two integers: their own parser takes ten times as long over it
        numerator, _, denominator = text.partition("/")
        return Fraction(int(numerator), int(denominator or 1))
    if kind in (Day, Sealed):
        return kind(text)
    raise TypeError(f"the archive has no word for {kind.__name__}")


_DECODERS = {name: msgspec.json.Decoder(kind, dec_hook=rich) for name, kind in KINDS.items()}
_ENCODER = msgspec.json.Encoder(enc_hook=plain)


def write(fact: Fact) -> bytes:
    """The canonical bytes of a fact: its fields in their order, no spaces, UTF-8."""
    return _ENCODER.encode(fact)


def read(kind: str, text: bytes | msgspec.Raw) -> Fact:
    try:
        decoder = _DECODERS[kind]
    except KeyError:
        raise UnknownKind(kind) from None
    return decoder.decode(text)


def declare(conninfo: str) -> None:
    """As the owner: tell the database which kinds this version can read back. It refuses entries of any other.
    UnknownKind if a newer version was here before.
    """
    with psycopg.connect(conninfo) as db:
        for name, version in db.execute("select name, version from public.record_kind order by name"):
            if name not in KINDS:
                raise UnknownKind(name, version)
        new = "insert into public.record_kind select unnest(%s::text[]), %s on conflict do nothing"
        db.execute(new, [list(KINDS), VERSION])
