"""A file of gestures: read by the types of the commands, every fault with its line."""

import pkgutil
import re
from dataclasses import is_dataclass
from datetime import UTC, datetime
from importlib import import_module

import pytest

import governance
from governance.decision.adopt import AdoptStatutes
from governance.membership.apply import ApplyAsPerson
from governance.words import CategoryId, Clear, CollegeId, Day, PersonId, Public, Said
from tests.coop import DEMONSTRATION
from web.acts import ACTS
from web.edge.gestures_file import Whose, read_gestures

DOCS = DEMONSTRATION.parents[1] / "docs"
HEAD = "format: palabre-gestes/1\ngestures:\n"
LEA = """
  - at: 2026-02-01T10:00+01:00
    by: sec
    do: ApplyAsPerson
    with:
      person: lea
      name: Léa Œuvrard
      email: lea@example.org
      category: benevoles
      college: benevoles
      on: 2026-02-01
"""
FILES = {"statuts.yaml": (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text()}


def read(text):
    return read_gestures(HEAD + text, FILES.get)


def test_a_gesture_is_a_command_with_its_author_and_its_moment():
    [given] = read(LEA).gestures

    assert given.command == ApplyAsPerson(
        PersonId("lea"),
        Clear(PersonId("lea"), Said.NAME, "Léa Œuvrard"),
        CategoryId("benevoles"),
        CollegeId("benevoles"),
        Day("2026-02-01"),
        email=Clear(PersonId("lea"), Said.EMAIL, "lea@example.org"),
    )
    assert (given.by, given.at) == ("sec", datetime(2026, 2, 1, 9, tzinfo=UTC))


def test_statutes_come_from_their_own_file():
    fields = "version: v1, on: 2020-01-01, in_force_from: 2020-01-01, file: statuts.yaml"
    text = f"  - {{by: sec, do: AdoptStatutes, with: {{{fields}}}}}"

    [given] = read(text).gestures

    assert isinstance(given.command, AdoptStatutes)
    assert given.command.text == FILES["statuts.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("do: ApplyAsPerson", "do: ApplyAsPersom", 6, "vouliez-vous dire"),
        ("on: 2026-02-01", "on: 2026-02-31", 13, "n’existe pas"),
        ("person: lea", "person: l é a", 8, "identifiant"),
        ("category: benevoles", "categorie: benevoles", 11, "category"),
        ("at: 2026-02-01T10:00+01:00", "at: 2026-02-01", 4, "décalage"),
        ("by: sec", "by: ''", 5, "manque"),
        ("lea@example.org", "lea", 10, "adresse électronique"),
        ("Léa Œuvrard", '"Léa\\u202e"', 9, "signe invisible"),
        ("      college: benevoles", "      phone: 12", 12, "numéro de téléphone"),
    ],
)
def test_every_fault_is_told_with_its_line(old, new, line, words):
    problems = read(LEA.replace(old, new, 1)).problems

    assert any(problem.line == line and words in problem.sentence for problem in problems), problems


def test_two_faults_are_told_at_once_and_nothing_is_read():
    file = read(LEA.replace("lea\n", "l é a\n").replace("2026-02-01\n", "2026-02-31\n"))

    assert len(file.problems) == 2
    assert not file.gestures


@pytest.mark.parametrize("text", ["", "format: autre\ngestures: []", "- 1", "gestures: [", "format: palabre-gestes/1"])
def test_another_file_is_told_what_is_expected(text):
    assert read_gestures(text, {}.get).problems


UNDATED = LEA.replace("at: 2026-02-01T10:00+01:00\n    by", "by")
ADMIT = "{by: sec, do: Admit, with: {member: lea, on: 2026-02-01}}"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (LEA + LEA.replace("T10:00", "T09:59"), 15, "avant celui qui le précède"),
        (UNDATED + LEA, 14, "avant celui qui le précède"),
        (f"  [{ADMIT}, {ADMIT}]", 3, "un par ligne"),
    ],
)
def test_a_line_is_one_gesture_and_time_does_not_go_back(text, line, words):
    [problem] = read(text).problems

    assert (problem.line, words in problem.sentence) == (line, True)


SCIC = "  - {by: sec, do: AdoptStatutes, with: {version: v1, on: 2020-01-01, in_force_from: 2020-01-01, file: x.yaml}}"


@pytest.mark.parametrize(
    ("given", "words"),
    [(None, "« x.yaml » : Ce fichier n’est pas là"), ("form: [", "sa ligne 1"), ("form: SCOP\n", "sa ligne 1")],
)
def test_what_is_wrong_in_a_named_file_is_told_with_its_own_line(given, words):
    [problem] = read_gestures(HEAD + SCIC, {"x.yaml": given}.get).problems

    assert problem.line == 3
    assert words.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»") in problem.sentence


def test_a_file_may_name_its_cooperative():
    named = read_gestures("cooperative: {slug: pole, name: Le pôle}\n" + HEAD + LEA, FILES.get)

    assert named.cooperative == Whose("pole", Public("Le pôle"))
    assert read(LEA).cooperative is None
    assert read_gestures("coopérative: {slug: pole}\n" + HEAD + LEA, FILES.get).problems


def test_the_example_of_the_documentation_is_a_file_that_can_be_imported():
    [example] = re.findall(r"```yaml\n(.*?)```", (DOCS / "fichier-de-gestes.md").read_text(), re.S)

    file = read_gestures(example, FILES.get)
    assert not file.problems
    assert [type(given.command).__name__ for given in file.gestures] == ["ApplyAsPerson", "Admit"]


def test_a_siren_is_checked_and_may_be_said_to_be_empty():
    fields = (
        "member: a, name: A, kind: other, public_body: false, siren: {siren}, seat: '', representative: r,"
        " representative_name: R, deliberation: '', category: structures, college: structures, on: 2026-02-01"
    )
    text = "  - {{by: sec, do: ApplyAsOrganisation, with: {{{fields}}}}}"

    [given] = read(text.format(fields=fields.format(siren="''"))).gestures
    assert given.command.siren == ""
    [problem] = read(text.format(fields=fields.format(siren="123456789"))).problems
    assert "SIREN" in problem.sentence


def test_the_same_line_of_the_same_file_is_the_same_gesture():
    first, again, other = read(LEA), read(LEA), read(LEA + "\n")

    assert first.identifier(first.gestures[0]) == again.identifier(again.gestures[0])
    assert first.identifier(first.gestures[0]) != other.identifier(other.gestures[0])


def test_every_act_can_be_imported_but_those_that_keep_a_file_and_the_one_of_who_restores():
    acts = set()
    for module in pkgutil.walk_packages(governance.__path__, "governance."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and is_dataclass(kind) and hasattr(kind, "decide") and hasattr(kind, "boundary"):
                acts.add(kind)

    keep_a_file = {"AttachPiece", "FileStatutes", "SealDossier", "DrawUpMinutes", "KeepPastMinutes", "KeepSheet"}
    keep_a_file |= {"KeepSignedMinutes", "KeepNarrative", "LayDocument", "ProvePosting", "ReceiveReport"}
    assert {act.__name__ for act in acts} - set(ACTS) == keep_a_file | {"ResumeRecord"}
