"""Words of a person in a dossier: each opens the commitment of a fact, nothing else of her leaves."""

import json

import pytest

from governance.evidence.disclosure_facts import DisclosureChosen, Ground
from governance.membership.facts import PersonRegistered
from governance.membership.person_facts import Shown
from governance.record.vault import _commit
from governance.words import Clear, PersonId, Public, Said
from tests.proof.forging import check, consistent, manifest, said
from tests.proof.sealed import PAST, contents, walked
from tests.rules.evidence.label import LABEL
from web.disclosing import Disclosed
from web.dossier import seal_zip
from web.packing import pack, unpacked

LEA, MAX = PersonId("lea"), PersonId("max")
NAME, EMAIL, OTHER = (
    _commit(Clear(*words), "g")
    for words in ((LEA, Said.NAME, "Léa d’Ancelle"), (LEA, Said.EMAIL, "lea@ex.fr"), (MAX, Said.NAME, "Max"))
)
lea, maxime = PersonRegistered(LEA, NAME.seal, EMAIL.seal), PersonRegistered(MAX, OTHER.seal)
choice = DisclosureChosen(
    LABEL, LEA, (Shown.NAME,), Public("Représentante légale"), Ground.CONSENT, Public("lettre du 2 mars 2026")
)
her_name = Disclosed(choice, Shown.NAME, 12, NAME.text)
PATH = "personnes/12-name.json"


def sealed(*shown: int, disclosed=(her_name,)) -> bytes:
    return seal_zip(contents(walk=walked([*PAST, lea, maxime], also=shown), disclosed=disclosed))


FILES = unpacked(sealed(12))


def test_the_words_that_were_chosen_leave_and_no_other(tmp_path):
    report = check(tmp_path, sealed(12))

    assert (report.code, said(report)) == (0, "")
    assert "1 informations sur des personnes, chacune rapprochée de l’engagement d’un fait." in report.notes
    assert json.loads(FILES[PATH])[1:] == ["name", "Léa d’Ancelle"]
    assert b"lea@ex.fr" not in sealed(12)


def test_the_manifest_says_what_for_and_by_what_right():
    assert json.loads(FILES["manifeste.json"])["personnes"] == [
        {
            "fichier": PATH,
            "fait": 12,
            "personne": "lea",
            "champ": "name",
            "pourquoi": "Représentante légale",
            "fondement": "consent",
            "precision": "lettre du 2 mars 2026",
        }
    ]
    assert "personnes/" in FILES["LISEZMOI.txt"].decode()


@pytest.mark.parametrize("shown", [(12, 13), (13,)])
def test_nobody_leaves_whose_words_were_not_chosen(shown):
    with pytest.raises(ValueError, match="PersonRegistered is about a person"):
        sealed(*shown)


def other(field: str, value) -> object:
    return lambda files: manifest(files, lambda told: told["personnes"][0].update({field: value}))


def changed(text: bytes) -> object:
    return lambda files: files.update({PATH: text})


OPENS_NOT = f"{PATH} n’ouvre pas l’engagement du fait 12\u00a0: le sel ou les mots ont changé."
salt, _, words = json.loads(NAME.text)
ALTERED = {
    "another word": (changed(NAME.text.replace(b"L", b"T", 1)), OPENS_NOT),
    "another salt": (changed(NAME.text.replace(salt.encode(), b"0" * 32)), OPENS_NOT),
    "a word without its salt": (changed(json.dumps(["", "name", words]).encode()), OPENS_NOT),
    "words of another field": (changed(EMAIL.text), OPENS_NOT),
    "words said of another field": (other("champ", "email"), OPENS_NOT),
    "words said of another person": (other("personne", "max"), f"{PATH} n’est pas dit de la personne max."),
    "words said by another fact": (other("fait", 4), f"{PATH} n’ouvre pas l’engagement du fait 4"),
    "words that nobody announced": (
        lambda files: files.update({"personnes/13-name.json": OTHER.text}),
        "personnes/13-name.json n’ouvre pas l’engagement du fait 0",
    ),
    "words that are not there": (lambda files: files.pop(PATH), OPENS_NOT),
}  # fmt: skip


@pytest.mark.parametrize(("change", "sentence"), ALTERED.values(), ids=ALTERED)
def test_words_that_are_not_hers_are_refused_and_named(tmp_path, change, sentence):
    files = dict(FILES)
    change(files)
    consistent(files)

    report = check(tmp_path, pack(files))

    assert report.code == 1
    assert sentence in said(report)
