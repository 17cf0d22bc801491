"""The sums of a register, beside those that it prints: differences are named, never mended in silence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from web.i18n import gettext as _
from web.i18n import ngettext
from web.takeover.rehearsal import Fate, Rehearsal, Rehearsed

FIGURES = ("members", "shares", "subscribed", "paid")
_SHOWN = 5  # lines that are named


@dataclass(frozen=True)
class Sum:
    """One figure: over all its lines, over those that are taken, and as printed (None: it is not); and what lines make
    the difference, as far as they can be told.
    """

    figure: str
    lines: int
    taken: int
    printed: int | None
    why: tuple[str, ...] = ()

    @property
    def difference(self) -> int:
        """What the print says more than the lines."""
        return 0 if self.printed is None else self.printed - self.lines


def sums(rehearsal: Rehearsal) -> list[Sum]:
    """Members, shares, then amounts in cents. Of several printed totals the last is the whole."""
    printed = {figure: many for total in rehearsal.printed for figure, many in total.items()}
    return [_sum(rehearsal, figure, printed.get(figure)) for figure in FIGURES]


def _sum(rehearsal: Rehearsal, figure: str, printed: int | None) -> Sum:
    found = Sum(figure, _over(rehearsal.lines, figure), _over(rehearsal.taken, figure), printed)
    if not found.difference:
        return found
    return Sum(figure, found.lines, found.taken, printed, tuple(_why(rehearsal.lines, figure, found.difference)))


def _of(line: Rehearsed, figure: str) -> int:
    return 1 if figure == "members" else line.figures.get(figure, 0)


def _over(lines: Iterable[Rehearsed], figure: str) -> int:
    return sum(_of(line, figure) for line in lines if figure != "members" or line.again is None)


def _why(lines: list[Rehearsed], figure: str, difference: int) -> Iterator[str]:
    """Lines whose figure is not read; then those that the print leaves out, if together they make the difference."""
    if unread := [line for line in lines if figure in line.unread]:
        yield _("Un chiffre ne se lit pas : %(lines)s.", lines=_numbers(unread))
    for who, some in _left_out(lines, figure).items():
        if some and sum(_of(line, figure) for line in some) == -difference:
            yield _("Le total imprimé ne compte pas %(who)s : %(lines)s.", who=who, lines=_numbers(some))
            return
    alone = [line for line in lines if figure != "members" and _of(line, figure) == -difference]
    if not unread and 0 < len(alone) <= _SHOWN:
        yield _("Le total imprimé oublie peut-être : %(lines)s.", lines=_numbers(alone))


def _left_out(lines: list[Rehearsed], figure: str) -> Mapping[str, list[Rehearsed]]:
    """What a total may leave out. Who is written twice is counted once among the members already."""
    left = [line for line in lines if line.fate is Fate.LEFT]
    again = [line for line in lines if line.again is not None and line.fate is not Fate.LEFT]
    if figure == "members":
        return {_("qui est sorti"): left}
    return {_("qui est sorti"): left, _("les doublons"): again, _("qui est sorti, ni les doublons"): left + again}


def _numbers(lines: list[Rehearsed]) -> str:
    shown = ", ".join(str(line.line) for line in sorted(lines, key=lambda one: one.line)[:_SHOWN])
    return ngettext("ligne %(all)s", "lignes %(all)s", len(lines), all=shown + ("…" if len(lines) > _SHOWN else ""))
