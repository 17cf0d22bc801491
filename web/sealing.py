"""Making a file of evidence: what the registers count, what the record proves, what was attached, in one zip."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.command import Refused
from governance.evidence.disclosure_facts import DisclosureChosen
from governance.evidence.facts import Composition, Digest, PieceAttached
from governance.evidence.seal import SealDossier
from governance.evidence.template import LabelId
from governance.record.sealer import Signed, cosigned, last
from governance.words import Day, DossierId
from projections.evidence import dossiers
from projections.figures import first_day
from web import files, stamps, verify
from web.disclosing import Disclosed, chosen_for, opened
from web.documents import document
from web.documents.contents import legal
from web.dossier import DossierContents, Piece, enclosing, seal_zip
from web.office import Office
from web.pades import Certificate
from web.stamps import Stamp
from web.standing import Standing, standing_of
from web.summary import summary
from web.walk import Walk, under, walk

ZIP = "application/zip"
HEAVIEST = 100 * 2**20
"""The most that the pieces of one dossier may weigh together, in bytes: it is made in memory."""
SEALER_PATIENCE = 5.0  # seconds


@dataclass(frozen=True)
class Draft:
    """What would be sealed: where the cooperative stands, and the record walked through after that; the last head that
    an authority had dated before, and the last that a witness had signed.
    """

    standing: Standing
    walk: Walk
    stamp: Stamp | None
    witnessed: Signed | None
    named: tuple[DisclosureChosen, ...]
    disclosed: tuple[Disclosed, ...]


def draft(at: Office, label: LabelId, on: Day, chosen: Composition) -> Draft:
    """Where nothing seals, the whole record is read."""
    with at.reading() as db:
        stands, stamp, witnessed = standing_of(db, label, on, chosen), stamps.newest(db), cosigned(db)
        printed = [*dossiers.printed(db), *(one.position for one in (stamp, witnessed) if one)]
        first = first_day(db)
    if stands is None:
        raise Refused("label-not-pursued", label=label)
    if stands.late:
        raise Refused("registers-late")
    if first and not stands.attached and (stands.composition.until or on).first < first:
        raise Refused("nothing-before", on=Day.of(first))
    proving = {position for figure in stands.figures for position in figure.facts}
    named = chosen_for(at, label)
    disclosed = opened(at, named)
    proving |= {position for position, _ in stands.attached} | {one.position for one in disclosed}
    head = _signed(at, max([*proving, *printed, *(figure.position for figure in stands.figures)], default=0))
    walked = _walked(at, head, proving, printed)
    return Draft(stands, walked, stamp if head else None, witnessed if head else None, named, disclosed)


def _walked(at: Office, head: Signed | None, proving: set[int], printed: list[int]) -> Walk:
    """Under the head that was signed; all of the record where none is."""
    if head is None:
        return walk(((entry.position, entry.data) for entry in at.record.entries()), proving, printed)
    with at.reading() as db:
        return under(db, head, proving, printed)


def _signed(at: Office, position: int) -> Signed | None:
    """The last signed head, once it covers that position: the sealer may be a second behind what was just written.
    None where nothing seals.
    """
    deadline = monotonic() + SEALER_PATIENCE
    while True:
        with at.reading() as db:
            head = last(db)
        if head is None or head.position >= position:
            return head
        if monotonic() > deadline:
            return None
        sleep(0.1)


def seal(
    at: Office, cooperative: dict[str, Any], label: LabelId, on: Day, dossier: DossierId, chosen: Composition
) -> SealDossier:
    """The zip is made, checked as a stranger would, and kept; what is answered writes it into the record."""
    drawn = draft(at, label, on, chosen)
    if drawn.stamp and drawn.walk.note:
        own = stamps.awaited(at, drawn.walk.size)
        drawn = replace(drawn, stamp=own or drawn.stamp)
    sealed = _zip(cooperative, on, drawn, _pieces(at, drawn.standing), at.certificate())
    if faults := list(verify.Dossier(sealed).faults()):
        raise Refused("dossier-does-not-verify", faults=[str(fault) for fault in faults])
    with at.reading() as db:
        digest = files.keep(db, at.vault, sealed, ZIP)
    return SealDossier(
        dossier=dossier,
        label=label,
        on=on,
        head=drawn.walk.position,
        size=drawn.walk.size,
        root=Digest(drawn.walk.root),
        digest=digest,
        pieces=tuple(piece.piece for _, piece in drawn.standing.attached),
        composition=drawn.standing.composition,
        disclosed=drawn.named,
    )


def _zip(
    cooperative: dict[str, Any], on: Day, drawn: Draft, pieces: tuple[Piece, ...], seal: Certificate | None
) -> bytes:
    stands, now = drawn.standing, datetime.now(UTC)
    shown = (stands.composition, stands.coverage, pieces, drawn.disclosed)
    told = summary(legal(cooperative), on, *shown, drawn.walk, now)
    pdf = document("dossier", dict(told), now, enclosing(stands.figures, drawn.walk, drawn.disclosed))
    contents = DossierContents(
        cooperative=cooperative["name"],
        demonstration=cooperative["demonstration"],
        on=on,
        statutes=stands.statutes,
        walk=drawn.walk,
        coverage=stands.coverage,
        figures=stands.figures,
        pieces=pieces,
        summary=seal.seal(pdf) if seal else pdf,
        disclosed=drawn.disclosed,
        stamp=drawn.stamp,
        witnessed=drawn.witnessed.note if drawn.witnessed else "",
        composition=stands.composition,
    )
    return seal_zip(contents)


def _pieces(at: Office, stands: Standing) -> tuple[Piece, ...]:
    size = sum(piece.size for _, piece in stands.attached)
    if size > HEAVIEST:
        raise Refused("dossier-too-heavy", size=size, most=HEAVIEST)
    with at.reading() as db:
        return tuple(_piece(db, at, position, piece) for position, piece in stands.attached)


def _piece(db: Connection[DictRow], at: Office, position: int, piece: PieceAttached) -> Piece:
    try:
        file = files.take(db, at.vault, piece.digest)
    except Refused:
        raise Refused("piece-lost", title=piece.title) from None
    return Piece(piece, position, file.content, file.salt)
