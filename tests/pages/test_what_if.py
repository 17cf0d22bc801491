"""What past votes would have given under a draft: shown vote by vote, nothing recorded."""

import pytest

from governance.assembly.facts import AssemblyConvened, MandateEntered, SessionOpened
from governance.assembly.presence_facts import AttendanceSigned
from governance.assembly.quorums import quorums
from governance.counting.count import count
from governance.counting.tally import WHOLE, Tally
from governance.statutes.facts import Kind, Organ
from governance.vote.facts import VoteClosed, VoteCounted
from governance.words import CategoryId, CollegeId, Day, MemberId, Office, PersonId
from tests.coop import DEMONSTRATION, adopted, scic
from tests.rules.vote.test_voting import AG, V1, VERSION, opened, planned, sealed, tabled
from tests.site import Site

SCIC = (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text()
BALLOTS = {"salaries": (9, 1), "structures": (4, 6), "benevoles": (6, 4), "partenaires": (6, 4)}
TALLIES = [Tally(name, 10, 10, *cast) for name, cast in BALLOTS.items()]


def counted_vote():
    """An assembly where everybody was there, and its one vote, counted."""
    vote = opened()
    return [*session(10), vote, VoteClosed(V1), VoteCounted(V1, count(vote.rules, TALLIES))]


def session(there, statutes=None):
    """An assembly opened with so many of the ten of each collège, or of the forty members where there is none."""
    statutes = statutes or scic()
    names = [(name, 10, there) for name in BALLOTS] if statutes.schemes else [(WHOLE, 40, 4 * there)]
    tallies = [Tally(*one) for one in names]
    quorum = quorums(statutes, Organ.ASSEMBLY, [Kind.ORDINARY], tallies, False)
    need, article = quorum[0].state.need, quorum[0].state.article
    begun = SessionOpened(AG, PersonId("sec"), 4 * there, 0, 40, need, "heads", article, quorum)
    roll = sealed(salaries=10, structures=10, benevoles=10, partenaires=10)
    convened = AssemblyConvened(AG, Day("2026-02-01"), VERSION, 29, 15)
    return [*sheet(there, bool(statutes.schemes)), adopted(statutes), planned, tabled(), roll, convened, begun]


@pytest.fixture
def secretary(site: Site):
    site.given(*counted_vote())
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def sheet(there, grouped):
    for name in BALLOTS:
        for rank in range(10):
            who, college = f"{name}{rank}", CollegeId(name) if grouped else None
            yield MandateEntered(AG, MemberId(who), PersonId(who), CategoryId(name), college, True, None)
            if rank < there:
                yield AttendanceSigned(AG, MemberId(who), PersonId(who), college)


def what_if(site, secretary, text, gesture="d" * 32):
    draft = secretary.post(site.at("/statuts/brouillons"), data={"start": "pasted", "text": text, "gesture": gesture})
    return secretary.get(f"{draft.url.path}/et-si")


def test_the_same_rules_change_nothing(site: Site, secretary):
    before = site.head

    page = what_if(site, secretary, SCIC)

    assert "0 résultat changerait." in page.text
    assert "Adoptée, avec 58\u00a0% pour. Rien ne changerait." in page.text
    assert "Atteint. Rien ne changerait." in page.text
    assert site.head == before, "nothing is recorded"


def test_another_way_of_adding_up_changes_a_vote_and_says_how(site: Site, secretary):
    page = what_if(site, secretary, SCIC.replace('{value: 1/2, article: "21.2"}', '{value: 2/3, article: "21.2"}'))

    assert "1 résultat changerait." in page.text
    assert "Adoptée. Avec ce brouillon, elle serait rejetée" in page.text
    assert "Comptes" in page.text
    assert "Il faut plus de 2/3" in page.text


def test_ballots_of_a_collège_that_the_draft_does_not_know_are_not_recounted(site: Site, secretary):
    page = what_if(site, secretary, SCIC.replace("id: benevoles\n", "id: habitants\n"))

    assert "on ne peut pas recompter" in page.text
    assert "benevoles" in page.text


def test_without_collèges_the_same_ballots_count_as_heads(site: Site, secretary):
    head, _, tail = SCIC.partition("schemes:")
    page = what_if(site, secretary, head + tail[tail.index("ordinary:") - 1 :])

    assert "0 résultat changerait." in page.text


def test_a_draft_that_cannot_be_read_says_so(site: Site, secretary):
    page = what_if(site, secretary, SCIC.replace("form: SAS", "form: SASU"))

    assert "ne peut pas encore être lu" in page.text


def test_a_past_quorum_that_the_draft_would_refuse_says_so(site: Site):
    site.given(*session(8))
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    before, stricter = site.head, SCIC.replace('{value: 1/4, article: "21.1"}', '{value: 9/10, article: "21.1"}')

    page = what_if(site, secretary, stricter)

    assert "1 résultat changerait." in page.text
    assert "ces votes ne s’ouvriraient pas" in page.text
    assert "soit 36. Présents ou représentés\u00a0: 32." in page.text
    assert site.head == before, "nothing is recorded"
