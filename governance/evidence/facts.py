"""What the record says of labels pursued, of pieces attached, and of files of evidence sealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.evidence.template import CriterionId, EvidenceId, LabelId, Template
from governance.words import Day, DossierId, Fact, Public

PieceId = NewType("PieceId", str)
"""A document attached as evidence."""
Digest = NewType("Digest", str)
"""A SHA-256, in 64 lower-case hexadecimal digits."""


class Medium(Enum):
    """The types of document that a jury can open and that stay readable."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TEXT = "text/plain"
    CSV = "text/csv"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class LabelPursued(Fact):
    """The cooperative aims at a label, according to this edition of it. A later one replaces it."""

    tags = ((), ("label",))
    label: LabelId
    template: Template
    on: Day
    text_digest: Digest  # of the YAML file as it was given


@dataclass(frozen=True)
class PieceAttached(Fact):
    """A document that proves an evidence. `on` is the day of the document, perhaps partial.

    `digest` is the SHA-256 of salt ‖ content: the salt (hexadecimal text, empty for what is public) lies with
    the file and goes out with it, so that the record alone tells nothing of a document that was not shown.
    """

    tags = (("piece",), ("evidence", "digest"), ("digest",))
    piece: PieceId
    evidence: EvidenceId
    title: Public
    digest: Digest
    size: int  # bytes
    media_type: Medium
    on: Day
    note: Public = Public("")


@dataclass(frozen=True)
class LeftOut:
    """A piece that a dossier does not show; `reason` where a criterion is the worse for it."""

    piece: PieceId
    reason: Public = Public("")


@dataclass(frozen=True)
class Comment:
    """What the cooperative says of a criterion, beside what proves it."""

    criterion: CriterionId
    words: Public


@dataclass(frozen=True)
class Composition:
    """What was chosen for a dossier. Its period goes from `since` (None: the beginning) to `until` (None: the day when
    it is sealed), both included, on full days."""

    since: Day | None = None
    until: Day | None = None
    left_out: tuple[LeftOut, ...] = ()
    comments: tuple[Comment, ...] = ()

    def may_hold(self, on: Day) -> bool:
        """Whether a day, perhaps partial, may be of the period."""
        before = self.since is not None and on.surely_before(self.since)
        return not before and not (self.until is not None and self.until.surely_before(on))

    def said(self, criterion: CriterionId) -> str:
        """What is said of a criterion, or nothing."""
        return next((comment.words for comment in self.comments if comment.criterion == criterion), "")


EVERYTHING = Composition()
"""Nothing was chosen: all that proves, to this day."""


@dataclass(frozen=True)
class DossierSealed(Fact):
    """A file of evidence was sealed on the record as it stood when `head` was its last position, its tree then of
    `size` leaves under `root` (RFC 6962 §2.1). `digest` is the SHA-256 of the zip."""

    tags = (("dossier",), ("digest",))
    dossier: DossierId
    label: LabelId
    on: Day
    head: int
    size: int
    root: Digest
    digest: Digest
    pieces: tuple[PieceId, ...]
    composition: Composition = EVERYTHING


@dataclass(frozen=True)
class RecordResumed(Fact):
    """The database was put back as it stood before: a head of `size` entries under `root` had been signed, and what
    came last under it is lost.
    """

    size: int
    root: Digest
    reason: Public
