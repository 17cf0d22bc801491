"""What the hands of ten years write in a register, and what is understood of it."""

from dataclasses import replace

import pytest

from governance.words import Cents, Day, PersonId, Public
from web.edge.spreadsheet import Line
from web.takeover import readings
from web.takeover.acts import Source, acts
from web.takeover.lines import Layout, heads, parted, understand

SOURCE = Source(PersonId("irene"), Public("Registre"), "draft", Day("2015-12-31"), nominal=Cents(20_00))
COLUMNS = {name: n for n, name in enumerate(("name", "since", "shares", "value", "subscribed", "nature"))}
LAYOUT = Layout(columns=COLUMNS, always={"category": "benevoles"})


def line(*cells: str) -> Line:
    return Line(2, cells)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1er mars 2014", "2014-03-01"),
        ("3 févr. 2014", "2014-02-03"),
        ("12 août 1999", "1999-08-12"),
        ("01/03/14", "2014-03-01"),
        ("01.03.98", "1998-03-01"),
        ("41699", "2014-03-01"),
        ("2014-03-01 09:30", "2014-03-01"),
        ("01/03/2014", "01/03/2014"),
        ("printemps 2014", "printemps 2014"),
    ],
)
def test_a_day_is_read_in_every_usual_hand(written: str, read: str):
    assert readings.day(written) == read


@pytest.mark.parametrize(("written", "told"), [("01/03/14", True), ("41699", True), ("1er mars 2014", False)])
def test_a_day_that_was_guessed_is_told(written: str, told: bool):
    assert bool(understand(line("Zoé", written), LAYOUT).remarks) == told


@pytest.mark.parametrize(
    ("name", "two"),
    [
        ("M. et Mme Reynier", True),
        ("Alma & Basile Onde", True),
        ("Mme Reynier", False),
        ("Étienne Vars", False),
        ("Association Terre et Vie", False),
    ],
)
def test_two_people_on_a_line_are_no_member(name: str, two: bool):
    assert (understand(line(name, "01/03/2014"), LAYOUT).member is None) == two


@pytest.mark.parametrize(
    ("shares", "value", "amount", "worth"),
    [
        ("4", "", "200,00 €", 50_00),
        ("4 parts", "15,25", "", 15_25),
        ("4,00", "15,25", "61", 15_25),
        ("4", "", "", 20_00),
        ("3", "", "500", "ne se divisent pas en 3 parts"),
        ("4", "20", "200", "ne font pas"),
        ("", "", "200", "combien de parts"),
    ],
)
def test_a_share_is_worth_what_the_line_says_or_the_statutes_of_that_day(
    shares: str, value: str, amount: str, worth: int | str
):
    member = understand(line("Zoé", "01/03/2014", shares, value, amount), LAYOUT).member

    if isinstance(worth, str):
        with pytest.raises(ValueError, match=worth):
            acts(member, 2, SOURCE)
    else:
        assert acts(member, 2, SOURCE)[-1][0].nominal == worth


def test_a_value_that_nobody_said_is_asked_for():
    member = understand(line("Zoé", "01/03/2014", "4"), LAYOUT).member

    with pytest.raises(ValueError, match="31 décembre 2015"):
        acts(member, 2, replace(SOURCE, nominal=None))


@pytest.mark.parametrize(
    ("cells", "many"),
    [
        (("Nombre d’associés : 146",), 146),
        (("", "146 associés"), 146),
        (("TOTAL 12 membres", "", "40"), 12),
        (("TOTAL", "", "40"), None),
        (("Onde Alma", "", "40"), None),
    ],
)
def test_how_many_members_a_total_says_that_there_are(cells: tuple[str, ...], many: int | None):
    assert heads(line(*cells)) == many


def test_a_total_is_nobodys_line():
    sheet = [line("Zoé"), line("Sous-total"), line("TOTAL"), line("", "Nombre d’associés : 1")]

    assert [len(part) for part in parted(sheet, LAYOUT)] == [1, 3]
