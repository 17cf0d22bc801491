"""What the file of a vote holds: every named ballot without its name, hands and urns by collège."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.counting.tally import WHOLE, Tally
from governance.vote.box import agreed
from governance.vote.facts import Bulletins
from governance.words import CollegeId, Public
from projections.vote import boxes, votes
from web.vote_file import Ballot, Voices, Word


def papers(db: Connection[DictRow], vote: DictRow) -> list[Ballot]:
    return [_paper(ballot, vote) for ballot in [*votes.ballots(db, vote["id"]), *_kept(db, vote)]]


def totals(db: Connection[DictRow], vote: DictRow) -> tuple[list[Voices], list[Voices]]:
    """Of hands, and of the urns on which two tellers agreed."""
    hands, urns = boxes.hands(db, vote["id"]), agreed(boxes.urns(db, vote["id"]).values()) or ()
    kept = _kept_colleges(vote) if _in_figures(db, vote) else {}
    return (
        [Voices(one.for_, one.against, one.abstention, college=one.college) for one in hands],
        [*map(_voices, urns), *map(_voices, kept.values())],
    )


def _voices(one: Bulletins | Tally) -> Voices:
    return Voices(one.for_, one.against, one.abstention, one.blank, one.void, one.college)


def _kept(db: Connection[DictRow], vote: DictRow) -> list[DictRow]:
    """Those of the first round in the collèges that did not vote again."""
    kept = {} if _in_figures(db, vote) else _kept_colleges(vote)
    return [one for one in votes.ballots(db, vote["second_round_of"]) if one["college"] in kept] if kept else []


def _kept_colleges(vote: DictRow) -> dict[CollegeId, Tally]:
    """What those keep that found their mandate in the first round."""
    return {tally.college: tally for tally in votes.opening(vote).kept}


def _in_figures(db: Connection[DictRow], vote: DictRow) -> bool:
    """Whether hands or urns were counted in the first round: its named ballots are not all that it heard."""
    first = vote["second_round_of"]
    return bool(first and (boxes.hands(db, first) or boxes.urns(db, first)))


def _paper(ballot: DictRow, vote: DictRow) -> Ballot:
    """Without names: a mandate is told by its number in the record."""
    known = {college["id"] for college in vote["scheme"]["colleges"]}
    college = ballot["college"] if ballot["college"] in known else WHOLE
    return Ballot(Word(ballot["choice"]), college, Public(str(ballot["position"])), ballot["open_proxy"])
