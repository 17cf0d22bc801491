"""What may be chosen of a dossier: a period that does not run backwards, nothing left out that misses in silence."""

from collections.abc import Iterable, Mapping

from governance.command import Refused
from governance.evidence.coverage import State, coverage
from governance.evidence.facts import Composition, LeftOut, PieceAttached, PieceId
from governance.evidence.template import Template
from governance.words import Day


def check_composed(composition: Composition, template: Template, today: Day) -> None:
    since, until = composition.since, composition.until
    for day in filter(None, (since, until)):
        check_day(day, today)
    if since and until and until.surely_before(since):
        raise Refused("period-backwards", since=since, until=until)
    known = {criterion.id for criterion in template.criteria}
    for comment in composition.comments:
        if comment.criterion not in known:
            raise Refused("unknown-criterion", criterion=comment.criterion)


def check_day(day: Day, today: Day) -> None:
    if not day.full:
        raise Refused("full-day-needed", on=day)
    if today.surely_before(day):
        raise Refused("day-to-come", on=day)


def unexplained(
    template: Template,
    shown: Iterable[PieceAttached],
    left_out: Iterable[LeftOut],
    attached: Mapping[PieceId, PieceAttached],
) -> list[LeftOut]:
    """The pieces left out without a word, whose evidence those that are shown do not wholly prove."""
    wanting = {
        of.evidence.id
        for criterion in coverage(template, (), shown).criteria
        for of in criterion.evidence
        for answer in of.answers
        if not answer.requirement.figure and answer.state is not State.PROVED
    }
    return [one for one in left_out if not one.reason.strip() and attached[one.piece].evidence in wanting]
