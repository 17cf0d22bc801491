"""Pictures are well-formed, say in words what they draw, and use nothing that a policy or a printer refuses."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst

from governance.words import Cents, Day
from web.components import STEPS, pictures
from web.pictures.capital import Height, Heights, capital_curve
from web.pictures.frise import State, Step, Window, frise, quarter, year
from web.pictures.hemicycle import Seats, _shared, hemicycle
from web.pictures.quorum import Attendance, Counts, quorum_gauge
from web.pictures.result import CollegeVoices, Outcome, result_by_college
from web.pictures.turnout import Voted, turnout

SVG = "{http://www.w3.org/2000/svg}"


def said(picture: str) -> str:
    """What a reader who sees nothing is told, with ordinary spaces."""
    root = ElementTree.fromstring(picture)
    words = f"{root.findtext(SVG + 'title')}. {root.findtext(SVG + 'desc')}"
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("name", pictures())
def test_a_picture_is_drawn_with_presentation_attributes_alone(name: str) -> None:
    root = ElementTree.fromstring(pictures()[name])

    assert root.get("role") == "img"
    assert root.findtext(SVG + "title")
    assert root.findtext(SVG + "desc")
    for element in root.iter():
        assert element.tag not in (SVG + "style", SVG + "script", SVG + "foreignObject")
        assert not {"style", "class"} & set(element.attrib)
        assert not any(attribute.startswith("on") for attribute in element.attrib)


def test_a_picture_enters_a_pdf(tmp_path: Path) -> None:
    for name, picture in pictures().items():
        (tmp_path / f"{name}.svg").write_text(picture)
    page = "\n".join(f'#image("{name}.svg", alt: "{name}")' for name in pictures())
    (tmp_path / "page.typ").write_text(page)

    assert typst.compile(str(tmp_path / "page.typ")).startswith(b"%PDF")


def test_two_pictures_of_one_page_share_no_identifier() -> None:
    identifiers = [
        element.get("id")
        for picture in pictures().values()
        for element in ElementTree.fromstring(picture).iter()
        if element.get("id")
    ]

    assert len(identifiers) == len(set(identifiers))


def test_the_curve_of_the_capital_says_its_ends_its_height_and_its_floor() -> None:
    steps = [Height(Day("2020-01-01"), Cents(48_000_00)), Height(Day("2024-01-01"), Cents(15_000_00))]

    assert said(capital_curve(Heights(steps, Day("2026-01-01"), Cents(12_000_00)))) == (
        "Le capital au fil du temps. De 48 000,00 € le 1er janvier 2020 à 15 000,00 € le 1er janvier 2026. "
        "Au plus haut sur cette courbe : 48 000,00 €. En tirets, le plancher d’aujourd’hui : 12 000,00 €."
    )


def test_a_curve_of_many_days_is_drawn_with_no_more_steps_than_an_eye_tells_apart() -> None:
    days = [Day.of(date(2000, 1, 1) + timedelta(days=n)) for n in range(5000)]
    picture = capital_curve(Heights([Height(on, Cents(n + 1)) for n, on in enumerate(days)], days[-1], None))

    assert picture.count("<rect") < 450
    assert 'y="8"' in picture, "the last day, the highest, is drawn"


def test_a_name_with_markup_is_drawn_as_it_is_written() -> None:
    picture = turnout([Voted('<script>"&', 1, 2)])
    both = turnout([Voted('<script>"&', 1, 2), Voted("Usagers", 0, 1)])

    assert "<script>" not in picture + both
    assert '<script>"&' in said(both)


def test_a_result_says_each_voice_each_weight_and_what_was_needed() -> None:
    colleges = [
        CollegeVoices("Salariés", 10, 2, 1, weight=Fraction(100, 3), brings=Fraction(250, 9)),
        CollegeVoices("Amis", 5, 0, 0, advisory=True),
    ]
    outcome = Outcome(colleges, Fraction(2, 3), Fraction(1, 2), strict=True, adopted=True)

    assert said(result_by_college(outcome)) == (
        "Résultat par collège : adopté. "
        "Salariés : Pour 10, Contre 2, Abstention 1. Poids 100/3 (33,3 %), dont 250/9 (27,8 %) pour. "
        "Amis : Pour 5. Voix consultative : comptée à part. "
        "Ensemble : 66,7 % pour, il faut plus de 50 %."
    )


def test_a_vote_with_no_voice_expressed_is_drawn_and_said() -> None:
    nobody = Outcome([CollegeVoices("Usagers", 0, 0, 0)], Fraction(0), Fraction(2, 3), strict=False, adopted=False)

    assert "Usagers : aucune voix." in said(result_by_college(nobody))
    assert said(result_by_college(nobody)).startswith("Résultat par collège : rejeté")


QUORUMS = [
    (Attendance(21, 6, 30, 60), "Quorum non atteint", "il en manque 3"),
    (Attendance(28, 2, 30, 60), "Quorum atteint", "c’est atteint"),
    (Attendance(0, 0, None, 60), "Présence : aucun quorum n’est demandé", "ne demandent pas de quorum"),
    (Attendance(0, 0, 1, 0), "Quorum non atteint", "0 sur 0"),
    (Attendance(Fraction(100, 3), 0, 50, 100, Counts.POINTS), "Quorum non atteint", "il en manque 50/3 (16,7 %)"),
]


@pytest.mark.parametrize(("attendance", "title", "words"), QUORUMS)
def test_a_quorum_says_whether_it_is_reached_and_what_is_missing(
    attendance: Attendance, title: str, words: str
) -> None:
    assert said(quorum_gauge(attendance)).startswith(title)
    assert words in said(quorum_gauge(attendance))


@pytest.mark.parametrize("count", [1, 2, 7, 31, 160])
def test_the_hemicycle_draws_a_seat_for_each_member(count: int) -> None:
    dots = ElementTree.fromstring(hemicycle([Seats("Usagers", count)])).findall(SVG + "circle")

    assert len(dots) == count
    assert sum(_shared(count, [10.0, 20.0, 30.0])) == count


def test_the_hemicycle_draws_a_crowd_as_surfaces_and_an_empty_college_not_at_all() -> None:
    root = ElementTree.fromstring(hemicycle([Seats("Usagers", 1000), Seats("Producteurs", 500), Seats("Amis", 0)]))

    assert root.findall(SVG + "circle") == []
    assert len(root.findall(SVG + "path")) == 2
    assert "Amis : 0" in said(hemicycle([Seats("Usagers", 1), Seats("Amis", 0)]))


def test_the_roadmap_says_where_each_step_stands() -> None:
    assert said(frise(STEPS, date(2026, 11, 22))) == (
        "Feuille de route. Groupe de travail des structures les plus proactives : atteint : novembre 2024. "
        "Structure pilote désignée : atteint : 14 mars 2025. "
        "Feuille de route de la future structure : reporté : 15 décembre 2026 au lieu de juin 2026. "
        "Société coopérative d’au moins dix structures : prévu : 2027 · 7 structures sur 10. "
        "Pôle territorial de coopération économique : prévu : octobre 2026, avant une étape dont il dépend. "
        "Dossier de candidature au label : sans date."
    )


def test_arrows_and_years_pass_behind_the_words_of_a_frise() -> None:
    root = ElementTree.fromstring(frise(STEPS, date(2026, 11, 22)))
    [mask], [masked] = root.findall(SVG + "mask"), root.findall(SVG + "g")
    clear = [(int(str(one.get("y"))), int(str(one.get("width")))) for one in mask.findall(SVG + "rect")[1:]]
    written = [(int(str(one.get("y"))), len(str(one.text))) for one in root.findall(SVG + "text")]

    assert masked.get("mask") == f"url(#{mask.get('id')})"
    assert len([one for one in masked.findall(SVG + "line") if "marker-end" in one.attrib]) == sum(
        len(step.after) for step in STEPS
    )
    assert not [one for one in root.findall(SVG + "line") if one.get("x1") == one.get("x2")]
    assert [(foot - top, wide // signs) for (foot, signs), (top, wide) in zip(written, clear, strict=True)] == [
        (14, 8)
    ] * len(written)


def test_a_partial_date_is_drawn_as_long_as_it_may_be() -> None:
    def widths(on: Day) -> list[float]:
        picture = frise([Step("scic", "SCIC", State.PLANNED, on)], date(2026, 1, 1))
        ranges = ElementTree.fromstring(picture).findall(SVG + "rect")
        return [float(str(one.get("width")).rstrip("%")) for one in ranges]

    assert widths(Day("2026-11-16")) == []
    assert widths(Day("2026-11"))[0] < widths(Day("2026"))[0]


def test_what_comes_first_and_is_drawn_below_is_joined_too() -> None:
    above = Step("a", "Avant l’autre", State.IMPOSSIBLE, Day("2026-03"), after=("b",))
    root = ElementTree.fromstring(frise([above, Step("b", "Après", State.PLANNED, Day("2026-09"))], date(2026, 1, 1)))
    [arrow] = [one for one in root.iter(SVG + "line") if "marker-end" in one.attrib]

    assert int(str(arrow.get("y1"))) > int(str(arrow.get("y2"))), "it points up"


@pytest.mark.parametrize(
    ("window", "titles", "ticks"),
    [
        (year(2026), ["Reporté", "Cette année"], ["T1", "T2", "T3", "T4"]),
        (quarter(2026, 4), ["Cette année"], ["octobre 2026", "novembre 2026", "décembre 2026"]),
        (quarter(2027, 1), ["Reporté"], ["janvier 2027", "février 2027", "mars 2027"]),
        (year(2030), [], ["T1", "T2", "T3", "T4"]),
    ],
)
def test_a_window_holds_what_may_fall_in_it(window: Window, titles: list[str], ticks: list[str]) -> None:
    steps = [
        Step("m", "Reporté", State.POSTPONED, Day("2027-01"), before=Day("2026-06")),
        Step("a", "Cette année", State.PLANNED, Day("2026-12")),
        Step("s", "Sans date", State.PLANNED),
    ]
    root = ElementTree.fromstring(frise(steps, date(2026, 1, 1), window=window))

    assert [one.text for one in root.findall(SVG + "text") if one.get("font-weight")] == titles
    assert [str(one.text) for one in root.iter(SVG + "text") if one.get("y") == "16"] == ticks


def test_a_roadmap_without_any_step_is_still_a_picture() -> None:
    assert said(frise([], date(2026, 1, 1))).startswith("Feuille de route")
