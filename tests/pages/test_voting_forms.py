"""Forms before a meeting at the counter: typed from paper, filled in online, printed; or why they are closed."""

from dataclasses import replace

import pytest

from governance.assembly.presence_facts import FormReceived
from governance.statutes.facts import Form, Remote, Ruled
from governance.vote.facts import Channel, FormFilled
from governance.words import Public, StatutesId
from tests.documents.reading import Paper
from tests.hall import adopted, in_days, typed
from tests.pages.hall import COMPTES, STATUTS, words

YES = Ruled(True, Public("23"))
BOTH = {"remote": Remote(postal=YES, form_cutoff_days=Ruled(2, Public("23.2"))), "online_vote": YES}
PAGE, TYPED, MINE = "/formulaires", "/formulaires/nouveau", "/mon-formulaire/alma"


def convened(hall, **clauses):
    statutes = replace(adopted.statutes, **clauses)
    since = in_days(-300)
    hall.site.given(replace(adopted, version=StatutesId("v2"), on=since, in_force_from=since, statutes=statutes))
    hall.convene(20, COMPTES, STATUTS)
    return hall


@pytest.fixture
def open_to_forms(hall):
    return convened(hall, **BOTH)


def agenda(hall):
    return [fact.resolution for fact in hall.site.facts if type(fact).__name__ == "ResolutionTabled"]


def test_a_paper_form_is_typed_once_and_its_member_counts(open_to_forms):
    hall, (comptes, _) = open_to_forms, agenda(open_to_forms)
    form = {"member": "elsa", "on": typed(in_days(0)), f"choice.{comptes}": "against", "gesture": "a" * 32}

    listed = [hall.irene.post(hall.path(TYPED), data=form) for _ in range(2)][-1]
    again = hall.irene.post(hall.path(TYPED), data=form | {"gesture": "b" * 32})

    [received], [filled] = hall.facts(FormReceived), hall.facts(FormFilled)
    assert (received.member, filled.channel, len(filled.choices)) == ("elsa", Channel.POSTAL, 1)
    assert "Elsa d’Ancelle" in words(listed)
    assert (again.status_code, "déjà arrivé" in words(again)) == (409, True)


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"member": ""}, 422, "obligatoire"),
        ({"on": "hier"}, 422, "31/12/2026"),
        ({"choice": "perhaps"}, 422, "Choisissez une réponse de la liste"),
        ({"choice": ""}, 409, "Choisissez pour une voix au moins"),
        ({"on": typed(in_days(3))}, 409, "n’est pas encore venu"),
    ],
)
def test_a_form_that_cannot_be_comes_back_with_what_was_typed(open_to_forms, fields, status, said):
    hall, (comptes, _) = open_to_forms, agenda(open_to_forms)
    good = {"member": "elsa", "on": typed(in_days(0)), "choice": "for"} | fields
    choice = good.pop("choice")

    page = hall.send(hall.path(TYPED), **good, **({f"choice.{comptes}": choice} if choice else {}))

    assert (page.status_code, said in words(page)) == (status, True)
    assert not hall.facts(FormFilled)
    assert f'value="{good["on"]}"' in page.text


def test_a_voter_fills_in_hers_and_nobody_else_does(open_to_forms):
    hall, (comptes, statuts) = open_to_forms, agenda(open_to_forms)
    alma, basile = hall.site.browser("alma"), hall.site.browser("basile")
    said = {f"choice.{comptes}": "for", f"choice.{statuts}": "abstention"}
    assert "voter avant la séance" in words(alma.get(hall.path()))

    assert basile.get(hall.path(MINE)).status_code == 404
    assert basile.post(hall.path(MINE), data=said | {"gesture": "c" * 32}).status_code == 404
    hall.send(hall.path(MINE), alma, **said)

    [filled] = hall.facts(FormFilled)
    assert (filled.member, filled.channel, len(filled.choices)) == ("alma", Channel.EARLY, 2)
    assert "ne se reprend pas" in words(alma.get(hall.path(MINE)))
    assert alma.post(hall.path(MINE), data=said | {"gesture": "d" * 32}).status_code == 409
    assert "voter avant la séance" not in words(alma.get(hall.path()))


def test_the_form_is_printed_with_its_rules(open_to_forms):
    paper = Paper(open_to_forms.site.browser("alma").get(open_to_forms.path("/formulaire-de-vote.pdf")).content)

    for said in ("1. Comptes 2025", "Pour Contre Abstention", "Signé, reçu le", "Par votre lien personnel"):
        assert said in paper.words


@pytest.mark.parametrize(
    ("form", "clauses", "article"),
    [
        (Form.SA, {"remote": None}, "10 septembre 1947, art. 10"),
        (Form.SARL, {"remote": None}, "L. 223-27"),
        (Form.SAS, {"remote": None}, "L. 227-9"),
        (Form.ASSOCIATION, {"remote": None}, "1901"),
        (Form.SAS, {**BOTH, "secret": Ruled((Public("all"),), Public("24"))}, "art. 24 des statuts"),
    ],
)
def test_what_is_closed_says_by_what_and_what_remains(hall, form, clauses, article):
    convened(hall, form=form, **clauses)

    page = words(hall.irene.get(hall.path(PAGE)))

    assert article in page
    assert "En séance" in page or "Ouvrez ce scrutin sur papier" in page
    assert "Saisir un formulaire" not in page
    assert hall.irene.get(hall.path("/formulaire-de-vote.pdf")).status_code == 404
    assert "Une assemblée" not in words(hall.site.browser("alma").get(hall.path(MINE)))
    refused = hall.send(hall.path(TYPED), member="elsa", on=typed(in_days(0)), **{f"choice.{agenda(hall)[0]}": "for"})
    assert refused.status_code == 409
