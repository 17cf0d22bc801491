"""What people type is understood, or refused with a sentence that says what to type."""

import re
from collections.abc import Callable
from datetime import time
from fractions import Fraction
from typing import Any

import pytest

from governance.words import Day
from web.edge import inputs
from web.edge.legible import legible

UNDERSTOOD: list[tuple[Callable[[str], Any], str, Any]] = [
    (inputs.exact, "12,5", Fraction(25, 2)),
    (inputs.exact, "1 234", Fraction(1234)),
    (inputs.exact, "−3", Fraction(-3)),
    (inputs.exact, "28/310", Fraction(14, 155)),
    (legible, "Re´union d’un comite\u0301, ¸ca ira", "Réunion d’un comité, ça ira"),
    (legible, "auprés de I'ESS", "auprés de I'ESS"),
    (legible, "page 1\x0cpage 2\r\nré\u00adseau", "page 1\npage 2\nréseau"),
    (legible, "la ﬁlière", "la filière"),
    (legible, "le mot cou-\npé", "le mot cou-\npé"),
    (inputs.full_day, "31/12/2026", Day("2026-12-31")),
    (inputs.full_day, "1/2/2026", Day("2026-02-01")),
    (inputs.full_day, "01.02.2026", Day("2026-02-01")),
    (inputs.full_day, "29 02 2028", Day("2028-02-29")),
    (inputs.full_day, "2026-12-31", Day("2026-12-31")),
    (inputs.partial_day, "31/12/2026", Day("2026-12-31")),
    (inputs.partial_day, "11/2026", Day("2026-11")),
    (inputs.partial_day, "1/2026", Day("2026-01")),
    (inputs.partial_day, "2026-11", Day("2026-11")),
    (inputs.partial_day, "2026", Day("2026")),
    (inputs.amount, "1 234,50", 123450),
    (inputs.amount, "1\u202f234,50\u00a0€", 123450),
    (inputs.amount, "12.5", 1250),
    (inputs.amount, "12,5 €", 1250),
    (inputs.amount, "€ 20", 2000),
    (inputs.amount, "1234", 123400),
    (inputs.amount, "0", 0),
    (inputs.amount, "1 234 567,89", 123456789),
    (inputs.siren, "732 829 320", "732829320"),
    (inputs.siren, "732829320", "732829320"),
    (inputs.email, "Camille@Exemple.FR", "Camille@exemple.fr"),
    (inputs.phone, "04 92 53 00 00", "+33492530000"),
    (inputs.phone, "+32 2 555 12 12", "+3225551212"),
    (inputs.clock, "18:30", time(18, 30)),
    (inputs.clock, "18h30", time(18, 30)),
    (inputs.clock, "18 h 30", time(18, 30)),
    (inputs.clock, "9h", time(9)),
    (inputs.clock, "1830", time(18, 30)),
    (inputs.clock, "905", time(9, 5)),
    (inputs.clock, "0:00", time(0)),
    (inputs.name, "  Léa  ", "Léa"),
    (inputs.name, "Le\u0301a", "Léa"),
    (inputs.name, 'L’« Épicerie » d\'<b>Ici</b> "&" 🌱👩‍🌾', 'L’« Épicerie » d\'<b>Ici</b> "&" 🌱👩‍🌾'),
    (inputs.name, "مقهى الحي", "مقهى الحي"),
    (inputs.name, "می\u200cخواهم", "می\u200cخواهم"),
    (inputs.name, "한빛", "한빛"),
    (inputs.name, "☕", "☕"),
    (inputs.name, "x" * 200, "x" * 200),
    (inputs.text, "Un\r\ndeux\ttrois", "Un\ndeux\ttrois"),
]

REFUSED: list[tuple[Callable[[str], Any], str, str]] = [
    (inputs.exact, "1/0", "Écrivez un nombre, par exemple 12,5 ou 28/310."),
    (inputs.exact, "1e9", "Écrivez un nombre, par exemple 12,5 ou 28/310."),
    (inputs.exact, "٣", "Écrivez un nombre, par exemple 12,5 ou 28/310."),
    (inputs.full_day, "31/02/2026", "Le 31/02/2026 n’existe pas dans le calendrier."),
    (inputs.full_day, "29/02/2027", "Le 29/02/2027 n’existe pas dans le calendrier."),
    (inputs.full_day, "0000-01-01", "Le 0000-01-01 n’existe pas dans le calendrier."),
    (inputs.full_day, "11/2026", "Écrivez une date complète, par exemple 31/12/2026."),
    (inputs.full_day, "31/12/26", "Écrivez une date complète, par exemple 31/12/2026."),
    (inputs.full_day, "demain", "Écrivez une date complète, par exemple 31/12/2026."),
    (inputs.partial_day, "13/2026", "« 13/2026 » n’existe pas dans le calendrier."),
    (inputs.partial_day, "31/11/2026", "Le 31/11/2026 n’existe pas dans le calendrier."),
    (inputs.amount, "-5", "Le montant ne peut pas être négatif."),
    (inputs.amount, "− 5,00 €", "Le montant ne peut pas être négatif."),
    (inputs.amount, "1.234", "Ce montant se lit de deux façons : écrivez 1234 ou 1,23."),
    (inputs.amount, "12,345", "Ce montant se lit de deux façons : écrivez 12345 ou 12,34."),
    (inputs.amount, "0,125", "Un montant a deux décimales au plus."),
    (inputs.amount, "1234,5678", "Un montant a deux décimales au plus."),
    (inputs.amount, "1.234,50", "Écrivez un montant, par exemple 1 234,50."),
    (inputs.amount, "12 34", "Écrivez un montant, par exemple 1 234,50."),
    (inputs.amount, "vingt", "Écrivez un montant, par exemple 1 234,50."),
    (inputs.amount, "1e3", "Écrivez un montant, par exemple 1 234,50."),
    (inputs.amount, "١٢", "Écrivez un montant, par exemple 1 234,50."),
    (inputs.amount, "10 000 000 000", "Ce montant est trop grand."),
    (inputs.siren, "732829321", "Ce n’est pas un numéro SIREN : neuf chiffres, par exemple 732 829 320."),
    (inputs.siren, "12", "Ce n’est pas un numéro SIREN : neuf chiffres, par exemple 732 829 320."),
    (inputs.siren, "73282932000074", "C’est un SIRET : le SIREN est ses neuf premiers chiffres, 732829320."),
    (inputs.email, "nom@", "Écrivez une adresse électronique, par exemple nom@exemple.fr."),
    (inputs.email, "a@b@c.fr", "Écrivez une adresse électronique, par exemple nom@exemple.fr."),
    (inputs.email, "nom@exemple.fr\nBcc: x@y.fr", "Écrivez une adresse électronique, par exemple nom@exemple.fr."),
    (inputs.phone, "12", "Écrivez un numéro de téléphone, par exemple 04 92 00 00 00."),
    (inputs.phone, "appelez-moi", "Écrivez un numéro de téléphone, par exemple 04 92 00 00 00."),
    (inputs.clock, "25:00", "L’heure va de 0:00 à 23:59."),
    (inputs.clock, "midi", "Écrivez une heure, par exemple 18:30."),
    (inputs.name, "Léa\nMartin", "Ce texte contient un signe invisible qui n’est pas permis : retapez-le."),
    (inputs.name, "Léa\x00", "Ce texte contient un signe invisible qui n’est pas permis : retapez-le."),
    (inputs.name, "Léa\u202eniveV", "Ce texte contient un signe invisible qui n’est pas permis : retapez-le."),
    (inputs.name, "x" * 201, "Écrivez au plus 200 caractères."),
    (inputs.name, "   ", "Ce champ est obligatoire."),
    (inputs.name, "\u200b", "Ce champ est obligatoire."),
    (inputs.name, "\ufeff \u200d\u2060\u00ad", "Ce champ est obligatoire."),
    (inputs.name, "\u202e\u2066", "Ce champ est obligatoire."),
    (inputs.name, "\u3164\u115f\u1160\uffa0\u2800", "Ce champ est obligatoire."),
    (inputs.name, "\u0301\ufe0f\U000e0061", "Ce champ est obligatoire."),
    (inputs.text, "\n\u200b\n\u00a0", "Ce champ est obligatoire."),
    (inputs.text, "Un\x07", "Ce texte contient un signe invisible qui n’est pas permis : retapez-le."),
]


@pytest.mark.parametrize(("understand", "typed", "meant"), UNDERSTOOD)
def test_what_is_typed_is_understood(understand: Callable[[str], Any], typed: str, meant: Any) -> None:
    assert understand(typed) == meant


@pytest.mark.parametrize(("understand", "typed", "sentence"), REFUSED)
def test_what_cannot_be_understood_is_refused_with_a_sentence(
    understand: Callable[[str], Any], typed: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        understand(typed)


def test_the_numbers_given_as_examples_are_good_ones() -> None:
    assert inputs.siren("732 829 320") == "732829320"
    assert inputs.phone("04 92 00 00 00") == "+33492000000"
