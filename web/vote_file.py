"""A vote as a file, `palabre-scrutin/1`: read with its lines, and written. docs/format-du-scrutin.md describes it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, get_args, get_origin

from governance.counting.tally import WHOLE, Held, Rules, Tally, voting
from governance.statutes.facts import Form, Kind, Majority, Organ, Quorum, Ruled, Scheme, Voice
from governance.statutes.findings import Path
from governance.words import CollegeId, Public
from web.edge.lines import Mapping, Node, Unreadable
from web.edge.schema import BROKEN, Walk, key_of, sound
from web.i18n import gettext as _

FORMAT = "palabre-scrutin/1"


class Word(Enum):
    """What a ballot says; its value is the counter's key."""

    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"
    BLANK = "blank"
    VOID = "void"
    DID_NOT_TAKE_PART = "did_not_take_part"


@dataclass(frozen=True)
class Ballot:
    """One ballot of a recorded vote. `mandate` names whom it was cast for: one mandate, one ballot. `open_proxy`: by a
    power that names nobody, which votes with the board."""

    choice: Word
    college: CollegeId = WHOLE
    mandate: Public = Public("")
    open_proxy: bool = False


@dataclass(frozen=True)
class Voices:
    """What a show of hands or an urn brought in one collège, in figures."""

    for_: int = 0
    against: int = 0
    abstention: int = 0
    blank: int = 0
    void: int = 0
    college: CollegeId = WHOLE

    def counters(self) -> Iterator[tuple[Word, int]]:
        yield from zip(Word, (self.for_, self.against, self.abstention, self.blank, self.void), strict=False)


@dataclass(frozen=True)
class Heads:
    """A collège as the file gives it. A counter is None where it is not given."""

    entitled: int
    there: int
    college: CollegeId = WHOLE
    absent: int | None = None
    for_: int | None = None
    against: int | None = None
    abstention: int | None = None
    blank: int | None = None
    void: int | None = None
    did_not_take_part: int | None = None
    shares: Held | None = None

    def counters(self) -> dict[str, int]:
        """Those given, by key."""
        given = {key_of(field.name): getattr(self, field.name) for field in fields(self)}
        return {word.value: given[word.value] for word in Word if given[word.value] is not None}


@dataclass(frozen=True)
class Page:
    """The file, key by key."""

    format: str
    form: Form
    kind: Kind
    scheme: Scheme
    tallies: tuple[Heads, ...]
    majority: Majority | None
    quorum: Quorum | None
    ballots: tuple[Ballot, ...]
    second_call: bool = False
    chair_for: bool | None = None
    second_round: bool = False
    casting_vote: Ruled[bool] | None = None
    before_2005: bool = False
    kept: tuple[CollegeId, ...] = ()
    hands: tuple[Voices, ...] = ()
    urns: tuple[Voices, ...] = ()

    @property
    def by_parts(self) -> bool:
        """Whether the totals are to be added up from what was put in."""
        return bool(self.ballots or self.hands or self.urns)

    @property
    def rules(self) -> Rules:
        return Rules(**{field.name: getattr(self, field.name) for field in fields(Rules)})


class VoteWalk(Walk):
    """A rule may stand bare, without its article, and a name, a voice and an organ may be left unsaid."""

    def record(self, wanted: Any, node: Node, path: Path, given: dict[str, Any] | None = None) -> Any:
        if get_origin(wanted) is not Ruled or isinstance(node, Mapping):
            return super().record(wanted, node, path, given)
        value = self.value(get_args(wanted)[0], node, path)
        return BROKEN if value is BROKEN else Ruled(value, Public(""))

    def blank(self, wanted: Any, default: Any) -> Any:
        return _BLANKS.get(wanted, super().blank(wanted, default))


_BLANKS: dict[Any, Any] = {Public: Public(""), Voice: Voice.DELIBERATIVE, Organ: Organ.ASSEMBLY}


@dataclass(frozen=True)
class VoteFile:
    """What to count and by which rules, with the lines that say it."""

    rules: Rules
    tallies: tuple[Tally, ...]
    quorum: Quorum | None
    walk: Walk


def read(text: str) -> VoteFile:
    """A file in YAML or JSON. Raises Unreadable at the first thing that is not understood."""
    page, walk = sound(Page, text, VoteWalk)
    if page.format != FORMAT:
        raise Unreadable(walk.line("format"), _("Le format attendu est « %(known)s ».", known=FORMAT))
    return VoteFile(page.rules, tuple(_tallies(page, walk)), page.quorum, walk)


def _tallies(page: Page, walk: Walk) -> Iterator[Tally]:
    """The totals of each collège, counted from the ballots where they are given one by one."""
    _each_college_once(page, walk)
    papers = _papers(page, walk)
    for rank, heads in enumerate(page.tallies):
        counters = _counters(page, walk, rank)
        if page.by_parts:
            counters = {word.value: papers[heads.college, word] for word in Word}
        named = {"for_" if key == "for" else key: counter for key, counter in counters.items()}
        yield Tally(heads.college, heads.entitled, heads.there, **named, shares=heads.shares)


def _each_college_once(page: Page, walk: Walk) -> None:
    """Figures for each collège that votes; where there is none, figures for everybody together."""
    given = {heads.college: rank for rank, heads in enumerate(page.tallies)}
    if page.scheme.colleges and WHOLE in given:
        raise Unreadable(walk.line("tallies", given[WHOLE]), _("Il manque « %(key)s ».", key="college"))
    for college in voting(page.scheme):
        if college.id == WHOLE and WHOLE not in given:
            raise Unreadable(walk.line("tallies"), _("Sans collège, tallies a une seule ligne, sans « college »."))
        if college.id not in given:
            raise Unreadable(walk.line("tallies"), _("Il manque les chiffres du collège « %(id)s ».", id=college.id))


def _counters(page: Page, walk: Walk, rank: int) -> dict[str, int]:
    """The totals given for one collège, which must not contradict each other or the ballots."""
    heads = page.tallies[rank]
    counters, absent = heads.counters(), heads.entitled - heads.there
    for key in counters if page.by_parts else ():
        told = _("Les bulletins, les mains ou les urnes sont donnés à part : n’écrivez pas aussi leur total.")
        raise Unreadable(walk.line("tallies", rank, key), told)
    if heads.absent not in (None, absent):
        told = _("Les absents sont les inscrits moins les présents : %(absent)s.", absent=absent)
        raise Unreadable(walk.line("tallies", rank, "absent"), told)
    return counters


def _papers(page: Page, walk: Walk) -> Counter[tuple[CollegeId, Word]]:
    """The ballots given one by one, hands and urns, counted together: of a collège that has its figures, and one ballot
    a mandate."""
    known = {heads.college for heads in page.tallies}
    first: dict[str, int] = {}
    for rank, ballot in enumerate(page.ballots):
        line = walk.line("ballots", rank)
        if ballot.college not in known:
            raise Unreadable(line, _("Le collège « %(id)s » n’a pas de ligne dans tallies.", id=ballot.college))
        if ballot.mandate in first:
            raise Unreadable(line, _("Ce mandat a déjà un bulletin, ligne %(first)s.", first=first[ballot.mandate]))
        if ballot.mandate:
            first[ballot.mandate] = line
    return Counter((ballot.college, ballot.choice) for ballot in page.ballots) + _figures(page, walk, known)


def _figures(page: Page, walk: Walk, known: set[CollegeId]) -> Counter[tuple[CollegeId, Word]]:
    """Hands and urns."""
    found: Counter[tuple[CollegeId, Word]] = Counter()
    for key, parts in (("hands", page.hands), ("urns", page.urns)):
        for rank, voices in enumerate(parts):
            if voices.college not in known:
                told = _("Le collège « %(id)s » n’a pas de ligne dans tallies.", id=voices.college)
                raise Unreadable(walk.line(key, rank), told)
            found.update({(voices.college, word): number for word, number in voices.counters()})
    return found


def export(
    rules: Rules,
    tallies: Iterable[Tally],
    quorum: Quorum | None = None,
    ballots: Iterable[Ballot] = (),
    hands: Iterable[Voices] = (),
    urns: Iterable[Voices] = (),
) -> dict[str, Any]:
    """The same vote as plain lists, texts and whole numbers, for JSON or YAML: `read` gives it back.

    With any of `ballots`, `hands` and `urns`, the totals of the tallies are left out: whoever recounts adds them up.
    """
    papers, parts = [_placed(plain(ballot)) for ballot in ballots], {"hands": hands, "urns": urns}
    counted = {key: [_placed(plain(one)) for one in given] for key, given in parts.items()}
    return {
        "format": FORMAT,
        **plain(rules),
        "quorum": plain(quorum),
        "tallies": [_heads(tally, one_by_one=bool(papers or any(counted.values()))) for tally in tallies],
        "ballots": papers,
        **{key: given for key, given in counted.items() if given},
    }


def _heads(tally: Tally, one_by_one: bool) -> dict[str, Any]:
    written = _placed(plain(tally)) | {"absent": tally.absent}
    left_out = {word.value for word in Word} if one_by_one else set()
    return {key: value for key, value in written.items() if key not in left_out}


def _placed(written: dict[str, Any]) -> dict[str, Any]:
    """Without the keys of a collège or of shares where there are none, nor that of a power which somebody carries."""
    usual = {"college": WHOLE, "open_proxy": False, "shares": None}
    return {key: value for key, value in written.items() if key not in usual or value != usual[key]}


def plain(value: Any) -> Any:
    """A rule or a result without types: fractions as « 200/3 », keys as the file writes them."""
    match value:
        case Fraction():
            return str(value)
        case Enum():
            return value.value
        case tuple():
            return [plain(each) for each in value]
        case _ if is_dataclass(value):
            return {key_of(field.name): plain(getattr(value, field.name)) for field in fields(value)}
    return value
