"""The result of a vote, collège by collège: what each said, what it weighs, what it brings to the total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from web.i18n import fraction, percent
from web.i18n import gettext as _
from web.pictures.drawing import FAINT, HOLLOW, LINE, SOLID, across, box, filled, lines, rule, svg, swatch, words

LEFT = Fraction(0)


@dataclass(frozen=True)
class CollegeVoices:
    """`weight` and `brings` (to the side in favour) are points out of a hundred; None where voices are only counted."""

    name: str
    in_favour: int
    against: int
    abstention: int
    blank_or_void: int = 0
    weight: Fraction | None = None
    brings: Fraction | None = None
    advisory: bool = False


@dataclass(frozen=True)
class Outcome:
    """`in_favour` and `threshold` are parts of the whole, between 0 and 1."""

    colleges: Sequence[CollegeVoices]
    in_favour: Fraction
    threshold: Fraction
    strict: bool
    adopted: bool


def result_by_college(outcome: Outcome, key: str = "result", width: int | None = None) -> Markup:
    title = _("Résultat par collège : adopté") if outcome.adopted else _("Résultat par collège : rejeté")
    body: list[str] = []
    y = 0
    for college in outcome.colleges:
        drawn, y = _college(college, key, y)
        body += drawn
    drawn, y = _total(outcome, y)
    described = " ".join(_described(outcome))
    return svg(key, title, described, y, [*body, *drawn], width)


def _college(college: CollegeVoices, key: str, y: int) -> tuple[list[str], int]:
    drawn, y = lines(y, college.name, bold=True)
    drawn += [*_bar(college, key, y + 4), *_legend(college, key, y + 42)]
    y += 48 + (LINE if college.blank_or_void else 0)
    weighed, y = lines(y, weighing(college), soft=True)
    return [*drawn, *weighed], y + 16


def _voices(college: CollegeVoices, key: str) -> list[tuple[int, str, str]]:
    """How many, how they look, how they are called."""
    solid = f'{SOLID} stroke="currentColor"' if not college.advisory else filled(key, "dots")
    return [
        (college.in_favour, solid, _("Pour %(count)s", count=college.in_favour)),
        (college.against, filled(key, "hatch"), _("Contre %(count)s", count=college.against)),
        (college.abstention, HOLLOW, _("Abstention %(count)s", count=college.abstention)),
        (college.blank_or_void, FAINT, _("Blancs ou nuls %(count)s", count=college.blank_or_void)),
    ]


def _bar(college: CollegeVoices, key: str, y: int) -> Iterator[str]:
    voices = _voices(college, key)
    whole = sum(count for count, _look, _said in voices)
    if not whole:
        yield box(LEFT, y, Fraction(1), 20, f'{FAINT} stroke-dasharray="3 3"')
        return
    x = LEFT
    for count, look, _said in voices:
        yield box(x, y, Fraction(count, whole), 20, look) if count else ""
        x += Fraction(count, whole)


def _legend(college: CollegeVoices, key: str, y: int) -> Iterator[str]:
    places = ((LEFT, 0), (Fraction(30, 100), 0), (Fraction(60, 100), 0), (LEFT, LINE))
    for (count, look, said), (x, down) in zip(_voices(college, key), places, strict=True):
        if count or not down:
            yield swatch(x, y + down, look) + words(x, y + down, said, aside=18)


def weighing(college: CollegeVoices) -> str:
    """« Poids 50 %, dont 40 % pour », in words."""
    if college.advisory:
        return _("Voix consultative : comptée à part")
    if college.weight is None:
        return _("Chaque voix compte pour une")
    weight = fraction(college.weight)
    if college.brings is None:
        return _("Poids %(weight)s", weight=weight)
    return _("Poids %(weight)s, dont %(brings)s pour", weight=weight, brings=fraction(college.brings))


def _total(outcome: Outcome, y: int) -> tuple[list[str], int]:
    """The bar of the whole, with the mark that had to be reached."""
    part, threshold = outcome.in_favour, outcome.threshold
    said = _("Adopté") if outcome.adopted else _("Rejeté")
    drawn = [
        across(LEFT, Fraction(1), y, 'stroke-width="1"'),
        across(LEFT, Fraction(1), y + 3, 'stroke-width="1"'),
        words(LEFT, y + 26, _("Ensemble : %(part)s pour", part=percent(part)), bold=True),
        words(Fraction(1), y + 26, said, bold=True, end=True),
        box(LEFT, y + 36, Fraction(1), 26, FAINT),
        box(LEFT, y + 36, part, 26, SOLID),
        rule(threshold, y + 31, y + 72, 'stroke-width="2.5"'),
        words(threshold, y + 84, _needed(outcome), end=threshold > Fraction(1, 2), aside=4),
    ]
    return drawn, y + 92


def _needed(outcome: Outcome) -> str:
    least = percent(outcome.threshold)
    return _("il faut plus de %(least)s", least=least) if outcome.strict else _("il faut %(least)s", least=least)


def _described(outcome: Outcome) -> Iterator[str]:
    for college in outcome.colleges:
        voices = ", ".join(said for count, _look, said in _voices(college, "") if count) or _("aucune voix")
        yield _("%(college)s : %(voices)s. %(weighing)s.",
                college=college.name, voices=voices, weighing=weighing(college))  # fmt: skip
    yield _("Ensemble : %(part)s pour, %(needed)s.", part=percent(outcome.in_favour), needed=_needed(outcome))
