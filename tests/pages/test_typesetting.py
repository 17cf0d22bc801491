"""The spaces of French: set in one place, whoever wrote the sentence."""

import pytest

from web.i18n import gettext, locale, ngettext, pgettext, typeset

SENTENCES = [
    ("Est-ce voulu ?", "Est-ce voulu\u202f?"),
    ("Adoptée ! Et après ?! Rien", "Adoptée\u202f! Et après\u202f?! Rien"),
    ("Pour : %(for)s ; contre : %(against)s", "Pour\u00a0: %(for)s\u202f; contre\u00a0: %(against)s"),
    ("Lancez « palabre migrate ».", "Lancez «\u00a0palabre migrate\u00a0»."),
    ("Un « : » de trop, un « ! » aussi", "Un «\u00a0:\u00a0» de trop, un «\u00a0!\u00a0» aussi"),
    ("(ou rien ?)", "(ou rien\u202f?)"),
    ("Au moins 10 %% : écrivez-le", "Au moins 10\u00a0%%\u00a0: écrivez-le"),
    ("Un capital de 18 500 €.", "Un capital de 18 500\u00a0€."),
    ("Source\u00a0: %(source)s\u202f!", "Source\u00a0: %(source)s\u202f!"),
    ("Voir https://coop05.example/?le=2026-01-01", "Voir https://coop05.example/?le=2026-01-01"),
    ("Par exemple 18:30.", "Par exemple 18:30."),
    ("Écrivez threshold: 1/2, ou ?le=2026", "Écrivez threshold: 1/2, ou ?le=2026"),
    ("Il en reste 3 %(unit)s", "Il en reste 3 %(unit)s"),
]


@pytest.mark.parametrize(("written", "set_"), SENTENCES)
def test_a_french_sentence_does_not_break_before_its_signs(written: str, set_: str) -> None:
    assert typeset(written) == set_


def test_every_way_of_speaking_sets_french() -> None:
    assert gettext("Source : %(source)s", source="a : b") == "Source\u00a0: a : b"
    assert pgettext("moment", "à %(hour)s !", hour="18:30") == "à 18:30\u202f!"
    assert ngettext("%(num)s voix ;", "%(num)s voix ;", 2) == "2 voix\u202f;"


def test_an_english_page_is_not_set_in_french() -> None:
    before = locale.set("en")
    try:
        assert gettext("Never translated ; is it ?") == "Never translated ; is it ?"
    finally:
        locale.reset(before)
