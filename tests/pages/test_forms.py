"""A form loses nothing that was typed, says what is wrong in the reader's language, and keeps its gesture."""

from enum import Enum
from typing import Annotated

import pytest
from pydantic import BaseModel, Field
from starlette.datastructures import FormData

from governance.words import Day
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.forms import WHOLE, blank, new_gesture, read
from web.i18n import locale

GESTURE = "0123456789abcdef" * 2


class Voice(Enum):
    FOR = "for"
    AGAINST = "against"


class Subscription(BaseModel):
    name: Name
    amount: Amount
    on: FrenchDay | None = None
    shares: Annotated[Count, Field(ge=1, le=2000)] = 1
    groups: list[str] = []
    agreed: bool = False


class Ballots(BaseModel):
    voices: dict[str, Voice]


def given(**typed: str) -> FormData:
    return FormData({"gesture": GESTURE, **typed})


def test_a_good_form_is_understood() -> None:
    form = read(Subscription, given(name=" Léa ", amount="1 234,50", on="31/12/2026", shares="1 250", agreed="true"))

    assert form.errors == {}
    assert form.value == Subscription.model_construct(
        name="Léa", amount=123450, on=Day("2026-12-31"), shares=1250, groups=[], agreed=True
    )
    assert form.gesture == GESTURE


def test_what_was_typed_stays_as_it_was_typed() -> None:
    form = read(Subscription, given(name='  <b>"O\'Neil"</b> 🌱 ', amount="1.234", on="31/02/2026"))

    assert form.value is None
    assert form.typed("name") == '  <b>"O\'Neil"</b> 🌱 '
    assert form.typed("amount") == "1.234"
    assert form.typed("on") == "31/02/2026"
    assert form.errors == {
        "amount": ["Ce montant se lit de deux façons : écrivez 1234 ou 1,23."],
        "on": ["Le 31/02/2026 n’existe pas dans le calendrier."],
    }


def test_an_empty_field_is_missing_when_it_is_required_and_takes_its_default_when_not() -> None:
    form = read(Subscription, given(name="  ", amount="20", shares=""))

    assert form.errors == {"name": ["Ce champ est obligatoire."]}


def test_a_field_of_signs_that_cannot_be_seen_is_empty() -> None:
    unseen = given(name="\u200b", amount="20", on="\ufeff\u200b")

    assert read(Subscription, unseen).errors == {"name": ["Ce champ est obligatoire."]}


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ("deux", "Écrivez un nombre entier, par exemple 12."),
        ("1,5", "Écrivez un nombre entier, par exemple 12."),
        ("0", "Le nombre doit être au moins 1."),
        ("2 001", "Le nombre doit être au plus 2000."),
    ],
)
def test_the_model_s_own_limits_are_said_in_french(shares: str, sentence: str) -> None:
    assert read(Subscription, given(name="Léa", amount="20", shares=shares)).errors == {"shares": [sentence]}


def test_several_answers_under_one_name_are_a_list() -> None:
    typed = FormData([("gesture", GESTURE), ("name", "Léa"), ("amount", "20"), ("groups", "a"), ("groups", "b")])
    form = read(Subscription, typed)

    assert form.value is not None
    assert form.value.groups == ["a", "b"]
    assert form.chosen("groups", "b")
    assert not form.chosen("groups", "c")


def test_a_field_by_subject_has_an_answer_and_an_error_for_each() -> None:
    typed = FormData([("gesture", GESTURE), ("voices.m1", "for"), ("voices.m2", "perhaps")])
    form = read(Ballots, typed)

    assert form.errors == {"voices.m2": ["Choisissez une réponse de la liste."]}
    assert form.chosen("voices.m1", "for")
    good = read(Ballots, FormData([("gesture", GESTURE), ("voices.m1", "for"), ("voices.m2", "against")]))
    assert good.value == Ballots(voices={"m1": Voice.FOR, "m2": Voice.AGAINST})


def test_a_form_without_its_gesture_is_not_taken_and_comes_back_with_one() -> None:
    for gesture in ("", "DROP TABLE", GESTURE.upper()):
        form = read(Subscription, FormData(name="Léa", amount="20", gesture=gesture))

        assert form.value is None
        assert list(form.errors) == [WHOLE]
        assert len(form.gesture) == 32


def test_a_rule_s_refusal_joins_the_same_form() -> None:
    form = (
        read(Subscription, given(name="Léa", amount="20")).refused("name", "Déjà membre.").refused(None, "Trop tard.")
    )

    assert form.errors == {"name": ["Déjà membre."], WHOLE: ["Trop tard."]}
    assert form.gesture == GESTURE


def test_what_is_wrong_is_listed_in_the_order_of_the_page() -> None:
    form = read(Subscription, given(shares="0", amount="-5")).refused(None, "Trop tard.")
    for drawn in ("amount", "shares", "name"):
        form.named(drawn, drawn)

    assert [name for name, _sentences in form.in_order()] == ["", "amount", "shares", "name"]


def test_a_form_to_fill_holds_what_we_know() -> None:
    form = blank(Subscription, name="Léa", on=Day("2026-12-31"), groups=["a"])

    assert (form.typed("name"), form.typed("on"), form.chosen("groups", "a")) == ("Léa", "31/12/2026", True)
    assert blank(Ballots).gesture != blank(Ballots).gesture
    assert len(new_gesture()) == 32


def test_html_says_what_the_type_says() -> None:
    form = blank(Subscription)

    assert form.attributes("name") == {"required": True, "maxlength": "200"}
    assert form.attributes("amount") == {"required": True, "inputmode": "decimal", "maxlength": "24"}
    assert form.attributes("on") == {}
    assert form.attributes("shares") == {"inputmode": "numeric", "maxlength": "15"}
    assert blank(Ballots).attributes("voices.m1") == {"required": True}


def test_a_reader_of_english_is_answered_without_a_fault_whatever_the_catalogue_holds() -> None:
    before = locale.set("en")
    try:
        form = read(Subscription, given(name="", amount="20"))
    finally:
        locale.reset(before)

    assert len(form.errors["name"]) == 1
