"""What is chosen for a dossier before it is sealed: as it is typed, as it is kept, as it is meant."""

import json
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Annotated

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb
from pydantic import AfterValidator, BaseModel, Field

from governance.evidence.facts import EVERYTHING, Comment, Composition, LeftOut, PieceId
from governance.evidence.template import CriterionId, LabelId
from governance.words import Public
from projections.evidence import dossiers
from web.edge.inputs import FrenchDay, Name, Typed, text

LONGEST = 2_000
Words = Annotated[str, AfterValidator(text), Field(max_length=LONGEST), Typed(maxlength=LONGEST)]


class Composing(BaseModel):
    """What is chosen, as it is typed. `out`: the pieces left out; by piece, why; by criterion, what is said of it."""

    since: FrenchDay | None = None
    until: FrenchDay | None = None
    out: list[Name] = []
    reasons: dict[str, Words] = {}
    comments: dict[str, Words] = {}

    @property
    def meant(self) -> Composition:
        left_out = (LeftOut(PieceId(one), Public(self.reasons.get(one, ""))) for one in self.out)
        comments = (Comment(CriterionId(one), Public(words)) for one, words in self.comments.items())
        return Composition(self.since, self.until, tuple(left_out), tuple(comments))


def chosen(db: Connection[DictRow], label: LabelId) -> tuple[Composition, datetime | None]:
    """What the draft of a label says, and when it was saved. Before it is begun, and once it was sealed: what the last
    dossier was made of, to this day.
    """
    before = dossiers.of_label(db, label)[:1]
    sentence = "select * from public.dossier_draft where label = %s and at > coalesce(%s, '-infinity'::timestamptz)"
    draft = db.execute(sentence, [label, before[0]["at"] if before else None]).fetchone()
    if draft:
        return Composing.model_validate(draft["words"]).meant, draft["at"]
    return (replace(dossiers.composition(before[0]), until=None) if before else EVERYTHING), None


def save(db: Connection[DictRow], label: LabelId, typed: Composing) -> None:
    sentence = """
        insert into public.dossier_draft (label, words) values (%s, %s)
        on conflict (label) do update set words = excluded.words, at = clock_timestamp()
    """
    db.execute(sentence, [label, Jsonb(typed.model_dump(), dumps=partial(json.dumps, default=str))])
