"""What pictures are drawn with: SVG in presentation attributes alone, so that no policy and no printer refuses it.

Shapes are placed in percentages and stretch with the page; words keep their size. What has a colour also has a
pattern or a word. Lines and words take the colour of the text around them.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from textwrap import wrap

from markupsafe import Markup, escape

TONE = "#2f8570"  # 3:1 or better on white paper and on a dark page
LINE = 19  # height of a line of words
SHORT = 38  # signs that fit in a line of the narrowest phone
SIGN = 8  # width of a sign, rather more than less


def svg(key: str, title: str, desc: str, height: int, body: Iterable[str], width: int | None = None) -> Markup:
    """A picture as wide as the page, or `width` px where nothing stretches (a PDF). `key` is unique in a page."""
    return frame(key, title, desc, f'width="{width or "100%"}" height="{height}"', body)


def frame(key: str, title: str, desc: str, size: str, body: Iterable[str]) -> Markup:
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{key}-title {key}-desc" '
        f'font-family="Source Sans 3, sans-serif" font-size="15" fill="currentColor">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(desc)}</desc>'
        f"<defs>{_patterns(key)}</defs>{''.join(body)}</svg>"
    )


def _patterns(key: str) -> str:
    tile, ink = 'patternUnits="userSpaceOnUse" width="6" height="6"', 'stroke="currentColor"'
    return (
        f'<pattern id="{key}-hatch" {tile}><path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" {ink} stroke-width="1.6"/></pattern>'
        f'<pattern id="{key}-grid" {tile}><path d="M0 3H6M3 0V6" {ink}/></pattern>'
        f'<pattern id="{key}-dots" {tile}><circle cx="3" cy="3" r="1.2"/></pattern>'
        f'<marker id="{key}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0L8 4L0 8Z"/></marker>'
    )


def at(part: Fraction) -> str:
    """A place or a length, from 0 at the left to 1 at the right."""
    return f"{float(part) * 100:.2f}%"


def words(
    x: Fraction, y: int, said: str, *, bold: bool = False, soft: bool = False, end: bool = False, aside: int = 0
) -> str:
    """A line of words whose foot is at y, `aside` px from x; `end`: they end there."""
    weight = ' font-weight="650"' if bold else ""
    shade = ' fill-opacity="0.8"' if soft else ""
    anchor = ' text-anchor="end"' if end else ""
    away = f' dx="{-aside if end else aside}"' if aside else ""
    return f'<text x="{at(x)}" y="{y}"{away}{weight}{shade}{anchor}>{escape(said)}</text>'


def lines(y: int, said: str, *, bold: bool = False, soft: bool = False) -> tuple[list[str], int]:
    """A sentence from the left edge, on as many lines as a phone needs; and where the next thing may stand."""
    parts = _wrapped(said)
    drawn = [words(Fraction(0), y + LINE * (n + 1) - 5, part, bold=bold, soft=soft) for n, part in enumerate(parts)]
    return drawn, y + LINE * len(parts)


def kept_clear(y: int, said: str) -> list[str]:
    """Where `lines` writes a sentence, for `behind`."""
    sizes = [f'y="{y + LINE * n}" width="{SIGN * len(part)}"' for n, part in enumerate(_wrapped(said))]
    return [f'<rect {size} height="{LINE}" fill="#000"/>' for size in sizes]


def behind(key: str, words: Iterable[str], drawn: Iterable[str]) -> str:
    """What is drawn stops where words stand, whatever the colour of the page: it passes behind them."""
    whole = 'x="0" y="0" width="100%" height="100%"'
    return (
        f'<mask id="{key}-words" maskUnits="userSpaceOnUse" {whole}><rect {whole} fill="#fff"/>{"".join(words)}</mask>'
        f'<g mask="url(#{key}-words)">{"".join(drawn)}</g>'
    )


@lru_cache(1024)  # a sentence is drawn, and its place kept clear
def _wrapped(said: str) -> tuple[str, ...]:
    return tuple(wrap(said, SHORT, break_long_words=True)) or ("",)


SOLID = f'fill="{TONE}"'
HOLLOW = 'fill="none" stroke="currentColor"'
FAINT = 'fill="none" stroke="currentColor" stroke-opacity="0.55"'


def filled(key: str, pattern: str) -> str:
    """A patterned surface: "hatch", "grid" or "dots"."""
    return f'fill="url(#{key}-{pattern})" stroke="currentColor"'


def box(x: Fraction, y: int, width: Fraction, height: int, look: str) -> str:
    return f'<rect x="{at(x)}" y="{y}" width="{at(width)}" height="{height}" {look}/>'


def swatch(x: Fraction, y: int, look: str) -> str:
    """The sample of a legend, beside words whose foot is at y."""
    return f'<rect x="{at(x)}" y="{y - 11}" width="12" height="12" {look}/>'


def rule(x: Fraction, top: int, bottom: int, look: str) -> str:
    """A vertical line."""
    return f'<line x1="{at(x)}" x2="{at(x)}" y1="{top}" y2="{bottom}" stroke="currentColor" {look}/>'


def across(left: Fraction, right: Fraction, y: int, look: str) -> str:
    """A horizontal line."""
    return f'<line x1="{at(left)}" x2="{at(right)}" y1="{y}" y2="{y}" stroke="currentColor" {look}/>'


def placed(x: Fraction, y: int, shape: str) -> str:
    """A shape drawn around (0, 0), whose size does not stretch."""
    return f'<svg x="{at(x)}" y="{y}" overflow="visible">{shape}</svg>'
