"""Notice, quorum, majority and abstention of assemblies, held against the frame of their legal form."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import (
    AbstentionEffect,
    Form,
    Kind,
    Majority,
    MajorityBase,
    MeetingRules,
    Organ,
    Quorum,
    QuorumBase,
    Ruled,
    Statutes,
)
from governance.statutes.findings import Finding, Path, against, unsaid, unwise
from governance.statutes.law.frames import FREE, PLENARY, Frame, frame


def findings(statutes: Statutes) -> Iterator[Finding]:
    yield from _easier(statutes)
    for kind in Kind:
        rules, law, path = statutes.meeting(kind), frame(statutes, kind), (kind.value,)
        if rules:
            yield from _notice(rules, law, path)
            yield from _quorum(rules.quorum, law, (*path, "quorum"), statutes)
            yield from _majority(rules.majority, law, (*path, "majority"))
            yield from _abstention(rules.majority, law, (*path, "majority", "abstention"))
        elif law is FREE:
            yield unsaid("meeting-not-said", path)
        else:  # an SAS has only its statutes; the others have an article that the statutes take up
            yield against("meeting-not-said", path, "C.com L227-9" if statutes.form is Form.SAS else law.article)


def _easier(statutes: Statutes) -> Iterator[Finding]:
    """What amends the statutes usually asks for more than what runs the year."""
    usual, amending = statutes.ordinary, statutes.extraordinary
    if usual and amending and amending.majority.threshold.value < usual.majority.threshold.value:
        yield unwise("extraordinary-easier", ("extraordinary", "majority", "threshold", "value"))


def _notice(rules: MeetingRules, law: Frame, path: Path) -> Iterator[Finding]:
    calls = (
        ("notice_days", rules.notice_days, law.notice),
        ("second_notice_days", rules.second_notice_days, law.second_notice),
    )
    for name, given, least in calls:
        if given is None and least is None:
            yield unsaid("notice-not-said", (*path, name))
        elif given is None:
            yield against("notice-missing", (*path, name), law.notice_article, least=least)
        elif least is not None and given.value < least:
            here = (*path, name, "value")
            yield against("notice-too-short", here, law.notice_article, given=given.value, least=least)


def _quorum(quorum: Quorum, law: Frame, path: Path, statutes: Statutes) -> Iterator[Finding]:
    yield from _part(quorum.first, law.quorum, (*path, "first"), law.article)
    yield from _part(quorum.second, law.second_quorum, (*path, "second"), law.article)
    if quorum.base is None and (quorum.first or quorum.second):
        yield unwise("quorum-base-not-said", (*path, "base"))
    if quorum.first and quorum.second and quorum.second.value > quorum.first.value:
        yield unwise("second-quorum-higher", (*path, "second", "value"))
    scheme = statutes.scheme(Organ.ASSEMBLY)
    if quorum.base and quorum.base.value is not QuorumBase.HEADS and not (scheme and scheme.colleges):
        yield against("quorum-without-colleges", ("schemes",), base=quorum.base.value.value)


def _part(given: Ruled[Fraction] | None, least: Fraction | None, path: Path, article: str) -> Iterator[Finding]:
    if given is None:
        if least is not None:
            yield against("quorum-missing", path, article, least=least)
    elif given.value > 1:
        yield against("more-than-all", (*path, "value"), given=given.value)
    elif least is not None and given.value < least:
        yield against("quorum-too-low", (*path, "value"), article, given=given.value, least=least)


def _majority(majority: Majority, law: Frame, path: Path) -> Iterator[Finding]:
    asked, base = majority.threshold.value, majority.base.value
    here = (*path, "threshold", "value")
    if asked > 1 or (asked == 1 and majority.strict):
        yield against("majority-out-of-reach", here, given=asked)
    elif asked == 1 and law.article == "C.com L223-30":
        yield against("unanimity-required", here, law.article)
    if not law.satisfied_by(majority):
        key = "majority-not-more-than" if law.strict else "majority-too-low"
        yield against(key, here, law.article, given=asked, least=law.threshold)
    if base not in law.bases:
        allowed = " / ".join(one.value for one in MajorityBase if one in law.bases)
        yield against("majority-base", (*path, "base", "value"), law.article, given=base.value, allowed=allowed)


def _abstention(majority: Majority, law: Frame, path: Path) -> Iterator[Finding]:
    if majority.abstention is None:
        return
    effect = majority.abstention.value
    if law.abstention and effect is not law.abstention:
        details = {"given": effect.value, "allowed": law.abstention.value}
        yield against("abstention-by-law", (*path, "value"), law.article, **details)
    elif effect is AbstentionEffect.FOR:
        yield unwise("abstention-for", (*path, "value"), PLENARY)
