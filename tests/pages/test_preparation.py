"""The pages around a notice: the legal clock, documents laid, points asked for, who convenes, a revocation."""

import pytest

from governance.assembly.convening_facts import (
    ConvenerNamed,
    DocumentLaid,
    NoticeCorrected,
    PieceSetAside,
    PointAnswered,
    PointRequested,
)
from governance.assembly.facts import IrregularityNoted, ResolutionTabled
from tests.hall import in_days, typed
from tests.pages.hall import COMPTES, words

PDF = b"%PDF-1.7 comptes"
POINT = {"title": "Jardin", "text": "Ouvrir un jardin.", "kind": "ordinary", "members": ["alma", "basile"]}


@pytest.fixture(autouse=True)
def planned(hall):
    hall.plan()


def ask(hall, **changes):
    hall.send(hall.path("/demandes/nouvelle"), on=typed(in_days(0)), **{**POINT, **changes})
    return hall.facts(PointRequested)[-1]


def test_the_checklist_says_what_is_there_missing_or_needless(hall):
    page = words(hall.irene.get(hall.path("/preparation")))
    assert "La convocation part au plus tard le" in page
    assert "La liste des candidatures" in page
    assert "sans objet aucune résolution ne porte sur des personnes" in page

    upload = {"title": "Comptes 2025", "on": typed(in_days(0)), "gesture": "0" * 32}
    laid = hall.irene.post(hall.path("/pieces/accounts/depot"), data=upload, files={"file": ("comptes.pdf", PDF)})
    hall.send(hall.path("/pieces/auditor-called/sans-objet"), reason="Aucun commissaire aux comptes.")

    assert "présente Comptes 2025" in words(laid)
    [document] = hall.facts(DocumentLaid)
    assert hall.site.browser("alma").get(hall.path(f"/documents/{document.digest}")).content == PDF
    assert [fact.piece.value for fact in hall.facts(PieceSetAside)] == ["auditor-called"]
    assert hall.irene.get(hall.path(f"/documents/{'f' * 64}")).status_code == 404
    assert hall.irene.get(hall.path("/pieces/nothing/depot")).status_code == 404


def test_a_file_that_cannot_be_kept_comes_back_with_what_was_typed(hall):
    upload = {"title": "Comptes 2025", "on": typed(in_days(0)), "gesture": "0" * 32}

    answer = hall.irene.post(hall.path("/pieces/accounts/depot"), data=upload, files={"file": ("virus.exe", b"MZ\0")})

    assert answer.status_code == 409
    assert "Comptes 2025" in answer.text
    assert hall.facts(DocumentLaid) == []


def test_what_should_lie_ready_already_waits_on_the_home_page(hall):
    hall.send(hall.path("/modification"), title="AG", day=typed(in_days(5)), starts="18:30", place="Gap")

    assert "documents en retard" in words(hall.irene.get(hall.site.at("/")))


def test_a_point_is_asked_for_and_put_on_the_agenda(hall):
    asked = ask(hall)

    page = words(hall.irene.get(hall.path(f"/demandes/{asked.point}")))
    assert "Alma Reynier, Basile Onde" in page
    hall.send(hall.path(f"/demandes/{asked.point}"), accepted="true", backing="approved")

    assert [fact.title for fact in hall.facts(ResolutionTabled)] == ["Jardin"]
    assert "inscrit" in words(hall.irene.get(hall.path("/preparation")))


def test_a_point_is_refused_with_its_reason(hall):
    asked = ask(hall)

    empty = hall.send(hall.path(f"/demandes/{asked.point}"), accepted="false", backing="neither")
    assert empty.status_code == 409
    hall.send(hall.path(f"/demandes/{asked.point}"), accepted="false", backing="neither", reason="Déjà voté.")

    assert [fact.accepted for fact in hall.facts(PointAnswered)] == [False]
    assert hall.facts(ResolutionTabled) == []


def test_a_member_asks_online_and_another_joins_her(hall):
    alma, basile = hall.site.browser("alma"), hall.site.browser("basile")
    assert hall.path("/demandes") in alma.get(hall.site.at("/mon-espace")).text

    said = {"title": "Jardin", "text": "Ouvrir un jardin."}
    assert hall.send(hall.path("/mes-demandes/nouvelle"), who=alma, title="Jardin").status_code == 422
    page = hall.send(hall.path("/mes-demandes/nouvelle"), who=alma, kind="ordinary", **said)
    assert "1 membre le demande" in words(page)
    hall.press(hall.path(f"/demandes/{hall.facts(PointRequested)[-1].point}/soutien"), hall.path("/demandes"), basile)

    assert hall.facts(PointRequested)[-1].members == ("alma", "basile")
    assert "2 membres le demandent" in words(hall.irene.get(hall.path("/demandes")))
    assert "Jardin" in words(hall.irene.get(hall.path("/preparation")))


def test_nobody_asks_for_nothing(hall):
    assert hall.send(hall.path("/demandes/nouvelle"), on=typed(in_days(0)), title="x", text="y").status_code == 422
    assert hall.irene.get(hall.path("/demandes/nothing")).status_code == 404


def test_a_notice_leaves_in_the_name_of_who_convenes(hall):
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    assert "pièces manquent encore" in words(hall.irene.get(hall.path("/convocation")))

    hall.send(hall.path("/convocation"), on=typed(in_days(0)), convener="chair", capacity="statuts, article 20")

    [named] = hall.facts(ConvenerNamed)
    assert (named.convener.value, named.capacity) == ("chair", "statuts, article 20")
    assert hall.facts(IrregularityNoted) == []
    assert hall.facts(NoticeCorrected) == []


def test_a_revocation_is_raised_in_session_alone(hall):
    said = {"title": "Révocation", "text": "Fin du mandat."}
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    hall.send(hall.path("/convocation"), on=typed(in_days(0)), convener="board")
    assert hall.send(hall.path("/resolutions/revocation"), **said).status_code == 409
    hall.day_comes()
    hall.come("alma", "basile", "carline", "durance", "ville", "heol")
    hall.send(hall.path("/ouverture"), chair="alma")

    hall.send(hall.path("/resolutions/revocation"), **said)

    assert hall.facts(ResolutionTabled)[-1].raised
    assert "Révocation" in words(hall.irene.get(hall.path()))
