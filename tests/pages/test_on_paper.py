"""A meeting held on paper and entered afterwards: from the one page, at once, with its hours; wrong rows are named."""

import re
from dataclasses import replace
from html import unescape

import pytest

from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyPlanned,
    IrregularityNoted,
    SessionClosed,
    SessionOpened,
)
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned, ProxyGiven
from governance.assembly.sheet_facts import TechnicalIncidentNoted
from governance.vote.election_facts import ElectionCounted
from governance.vote.facts import BulletinsCounted, HandsCounted, VoteCounted, VoteOpened
from governance.words import PARIS, AssemblyId, Public
from tests.hall import in_days
from tests.pages.hall import COMPTES, STATUTS, Hall, words
from tests.pages.reading import read

OFFICERS = {"opened": "1830", "chair": "alm", "secretary": "irè", "first_teller": "bas", "second_teller": "fél"}


class Paper:
    """Yesterday's meeting of two resolutions, and the page where it is typed."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.path, self.assembly = hall, hall.path("/papier"), AssemblyId(hall.assembly)
        [*_, planned] = hall.facts(AssemblyPlanned)
        hall.site.given(replace(planned, day=in_days(-1)))
        page = hall.irene.get(self.path).text
        self.local, self.second = re.findall(r'name="hour\.([^"]+)"', page)
        self.gesture = re.search(r'name="gesture" value="(\w+)"', page)[1]

    def send(self, **typed):
        """`hour__local` is `hour.<resolution>`, `against__local__salaries` a figure of one of its collèges."""
        return self.hall.irene.post(self.path, data={"gesture": self.gesture, **dict(self._named(typed))})

    def confirm(self, page):
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
        return self.hall.irene.post(self.path, data={**{key: unescape(is_) for key, is_ in hidden}, "agreed": "true"})

    def _named(self, typed):
        for name, value in typed.items():
            first, *others = name.replace("for_", "for").split("__")
            others = [{"local": self.local, "second": self.second}.get(one, one) for one in others]
            column = "for_" if first == "for" else first
            yield f"{column}.{'-'.join(others)}" if others else first, value


@pytest.fixture
def paper(hall):
    hall.convene(20, COMPTES, STATUTS)
    return Paper(hall)


ROOM = {f"came__{one}": "x" for one in ("alma", "basile", "carline", "felix", "heol")}


def test_what_happened_is_shown_as_it_will_stand_then_written_once_with_its_hours(paper):
    story = {**ROOM, **OFFICERS, "came__durance": "1855-1905", "power__elsa": "rec", "closed": "2015"}
    voted = {"hour__local": "1900", "against__local__benevoles": "1", "hour__second": "1910"}

    page = paper.send(**story, **voted)

    assert "À l’ouverture, à 18 h 30 : 5 présents et 1 représentés sur 8. Quorum atteint." in words(page)
    assert "1. Comptes 2025" in words(page)
    assert paper.hall.facts(SessionOpened) == []

    written = paper.confirm(page)
    again = paper.confirm(page)

    assert written.url.path == again.url.path == paper.hall.path()
    came = {fact.member: f"{fact.happened_at.astimezone(PARIS):%H:%M}" for fact in paper.hall.facts(AttendanceSigned)}
    assert came == {**dict.fromkeys(("alma", "basile", "carline", "felix", "heol"), "18:30"), "durance": "18:55"}
    assert [fact.member for fact in paper.hall.facts(AttendanceEnded)] == ["durance"]
    assert [(fact.grantor, fact.holder) for fact in paper.hall.facts(ProxyGiven)] == [("elsa", "carline")]
    there = [{line.college: line.there for line in fact.lines} for fact in paper.hall.facts(HandsCounted)]
    assert there[0] | {"structures": 1} == there[1]  # the gardens left between the two votes
    assert there[0]["benevoles"] == 2
    assert len(paper.hall.facts(VoteCounted)) == 2
    [closed] = paper.hall.facts(SessionClosed)
    assert f"{closed.happened_at.astimezone(PARIS):%H:%M}" == "20:15"


def test_wrong_rows_are_named_and_nothing_else_is_lost(paper):
    unread = paper.send(**ROOM | {"came__alma": "hier"}, **OFFICERS | {"chair": "zzz"}, power__elsa="rec")
    assert "Présence, Alma Reynier — Écrivez une heure" in words(unread)

    unknown = paper.send(**ROOM, **OFFICERS | {"chair": "zzz"}, power__elsa="zzz", against__local__benevoles="1")
    assert "Pouvoir à, Elsa d’Ancelle — Personne sur la liste ne répond à « zzz »" in words(unknown)
    assert "Présidence — Personne sur la liste ne répond à « zzz »" in words(unknown)
    assert "Heure, résolution 1 — À quelle heure a-t-on voté ?" in words(unknown)

    many = paper.send(**ROOM, **OFFICERS, hour__local="1900", against__local__benevoles="9", closed="1900")
    assert "Plus de mains que de voix dans ce collège" in words(many)
    assert 'name="came.felix" value="x"' in many.text
    assert paper.hall.facts(AttendanceSigned) == paper.hall.facts(VoteOpened) == []


def test_what_is_typed_is_kept_until_it_is_carried_out_and_corrected_in_between(paper):
    paper.send(**ROOM, kept="true")
    back = paper.hall.irene.get(paper.path)
    assert 'name="came.felix" value="x"' in back.text

    page = paper.send(**ROOM, **OFFICERS)
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text))
    assert 'name="chair" value="alm"' in paper.hall.irene.post(paper.path, data={**hidden, "again": "true"}).text

    paper.confirm(page)
    assert 'name="came.felix" value=""' in paper.hall.irene.get(paper.path).text


def test_bulletins_are_those_that_two_tellers_signed(paper):
    counted = {"hour__local": "1900", "way__local": "paper", "for__local__salaries": "2"}

    alone = paper.send(**ROOM, **OFFICERS | {"second_teller": ""}, **counted)
    assert "Heure, résolution 1 — Deux scrutateurs" in words(alone)
    paper.confirm(paper.send(**ROOM, **OFFICERS, **counted))

    assert [fact.teller for fact in paper.hall.facts(BulletinsCounted)] == ["basile", "felix"]


def test_the_minutes_say_what_is_deduced_who_counted_and_what_is_kept_secret(paper):
    late = {"came__basile": "x-1905", "came__durance": "1850"}
    secret = {
        "hour__local": "1900",
        "way__local": "secret",
        "for__local__salaries": "2",
        "against__local__benevoles": "1",
    }
    paper.confirm(paper.send(**ROOM | late, **OFFICERS, **secret, hour__second="1910", closed="1930"))
    paper.hall.site.given(
        IrregularityNoted(paper.assembly, "too-many-proxies", Public("20.1"), Public("Deux grippes."), 1),
        TechnicalIncidentNoted(paper.assembly, Public("Plus de son."), Public("On a attendu."), 0),
    )

    minutes = read("pdf", paper.hall.irene.get(paper.hall.path("/proces-verbal/projet.pdf")).content)

    assert "Urnes dépouillées par Basile Onde (scrutateur ou scrutatrice) et Félix Manteyer" in minutes
    assert "Vote secret : les chiffres d’un collège où une ou deux personnes ont voté ne sont pas publiés" in minutes
    assert "Pour, déduit" in minutes
    assert "La présidence est passée outre : « Deux grippes. »" in minutes
    assert "Plus de son. On a attendu." in minutes
    assert "en personne, jusqu’à 19 h 05" in minutes


def test_an_election_is_typed_from_the_tally_sheet_that_two_signed(hall):
    hall.convene(20, COMPTES, {"title": "Élire", "text": "On élit.", "kind": "ordinary", "persons": "true"})
    paper = Paper(hall)
    stood = {"candidate__second__1": "alm", "candidate__second__2": "fel", "seats__second": "1", "hour__second": "1900"}
    urns = {"papers__second__salaries": "2", "votes__second__1__salaries": "2"}
    volunteers = {"papers__second__benevoles": "1", "votes__second__1__benevoles": "1"}
    last = {"hour__local": "1910", "closed": "1930"}

    wrong = paper.send(**ROOM, **OFFICERS, **stood, **urns, **last, papers__second__benevoles="4")
    assert "Bulletins, Collège des bénévoles et habitants, résolution 2 — " in words(wrong)
    paper.confirm(paper.send(**ROOM, **OFFICERS, **stood, **urns, **volunteers, **last))

    [counted] = hall.facts(ElectionCounted)
    assert counted.election.elected == ("alma",)
    assert len(hall.facts(SessionClosed)) == 1


def test_too_few_came(paper):
    page = paper.send(came__alma="x", lacking="true", **OFFICERS)
    assert "carence" in words(page)

    paper.confirm(page)

    assert len(paper.hall.facts(AdjournedForLackOfQuorum)) == 1
