"""The pages of the day itself: powers, the sheet, the quorum, the session and its papers."""

from dataclasses import replace
from fractions import Fraction

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyConvened, SessionClosed, SessionOpened
from governance.assembly.presence_facts import AttendanceSigned, ProxyGiven
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import QuorumBase, Ruled
from governance.words import Office, PersonId, Public, StatutesId
from tests.hall import adopted, in_days, typed
from tests.pages.hall import COMPTES, STATUTS, words


def test_a_representative_gives_power_and_takes_it_back(hall):
    hall.convene()
    chloe = hall.site.browser("carline.voix")

    given = hall.send(hall.path("/mon-pouvoir/carline"), chloe, holder="durance")
    assert "pouvoir donné à Jardins de la Durance" in words(given)
    taken_back = hall.press(hall.path("/mon-pouvoir/carline/reprise"), who=chloe)
    assert "pouvoir donné" not in words(taken_back)


def test_nobody_gives_the_power_of_another(hall):
    hall.convene()
    alma = hall.site.browser("alma")

    assert "Ce n’est pas votre voix" in words(alma.get(hall.path("/mon-pouvoir/carline")))
    version = hall.facts(AssemblyConvened)[0].statutes
    forced = alma.post(
        hall.path("/mon-pouvoir/carline"), data={"gesture": "1" * 32, "statutes": version, "holder": "alma"}
    )
    assert forced.status_code == 409
    assert "Seule la personne qui vote pour ce membre" in words(forced)
    assert hall.facts(ProxyGiven) == []


def test_a_power_over_the_cap_is_refused_with_its_article(hall):
    hall.convene()
    hall.send(hall.path("/pouvoirs"), grantor="elsa", holder="felix")

    answer = hall.send(hall.path("/pouvoirs"), grantor="alma", holder="felix")

    assert answer.status_code == 409
    assert "Ce membre porte déjà autant de pouvoirs qu’il peut : 1, pour 8 voix sur la liste." in words(answer)
    assert "art. 19 des statuts" in words(answer)
    withdrawn = hall.press(hall.path("/pouvoirs/elsa/retrait"), hall.path("/pouvoirs"))
    assert "Elsa d’Ancelle à" not in words(withdrawn)


def test_the_chair_alone_opens_with_too_few_for_the_statutes_and_the_sheet_of_solidity_says_why(hall):
    hall.site.given(OfficeTaken(PersonId("alma"), Office.CHAIR, in_days(-10)))
    hall.convene()
    hall.day_comes()
    hall.come("alma")
    alma, form = hall.site.browser("alma"), {"chair": "alma"}
    assert "Passer outre" not in hall.send(hall.path("/ouverture"), **form).text

    refused = hall.send(hall.path("/ouverture"), alma, **form)
    assert (refused.status_code, "Passer outre, en le disant" in words(refused)) == (409, True)
    hall.send(hall.path("/ouverture"), alma, **form, despite="La route est coupée.")

    assert hall.facts(SessionOpened)
    sheet = words(hall.irene.get(hall.path("/solidite")))
    assert "Le quorum de la loi était là, celui des statuts ne l’était pas." in sheet
    assert "La route est coupée." in sheet


def test_before_its_day_nobody_signs(hall):
    hall.convene()

    answer = hall.irene.post(hall.path("/presence/alma"), data={"gesture": "2" * 32})

    assert answer.status_code == 409
    assert "il est trop tôt" in words(answer)


def test_the_sheet_is_ticked_line_by_line_and_comes_back_to_the_line(hall):
    hall.convene()
    hall.day_comes()

    answer = hall.irene.post(
        hall.path("/presence/alma?college=salaries"), data={"gesture": "3" * 32}, follow_redirects=False
    )

    assert answer.headers["location"].endswith("#line-alma")
    assert "college=salaries" in answer.headers["location"]
    page = words(hall.irene.get(hall.path("/presence")))
    assert "1 présent , 0 représenté, sur 8 voix" in page
    hall.press(hall.path("/presence/alma/depart"), hall.path("/presence"))
    assert "est parti" in words(hall.irene.get(hall.path("/presence")))


def test_a_voter_signs_from_her_own_page(hall):
    hall.convene()
    hall.day_comes()
    chloe = hall.site.browser("carline.voix")

    answer = hall.press(hall.path("/ma-presence/carline"), who=chloe)

    assert "Vous votez pour Recyclerie de la Luye." in words(answer)
    assert [fact.person for fact in hall.facts(AttendanceSigned)] == ["carline.voix"]
    assert hall.press(hall.path("/ma-presence/carline/depart"), who=chloe).status_code == 200


def test_without_a_quorum_the_session_does_not_open_and_carence_leads_to_a_second_call(hall):
    hall.convene(20, COMPTES, STATUTS)
    hall.day_comes()
    hall.come("alma")

    refused = hall.send(hall.path("/ouverture"), chair="alma")
    assert refused.status_code == 409
    assert "Le quorum n’est pas atteint : il faut 2, il y a 1." in words(refused)
    assert "art. 21.1 des statuts" in words(refused)

    adjourned = hall.send(hall.path("/carence"), chair="alma")
    assert "ajournée faute de quorum" in words(adjourned)
    assert len(hall.facts(AdjournedForLackOfQuorum)) == 1

    again = hall.send(
        hall.path("/deuxieme-convocation"),
        title="Assemblée annuelle",
        day=typed(in_days(9)),
        starts="18:30",
        place="Gap",
    )
    assert "deuxième convocation" in words(again)
    assert "Comptes 2025" in words(again)
    assert "Article 18" in words(again)
    assert "8 jours pleins" in words(again)


def test_a_quorum_for_one_kind_only_is_said_before_opening(hall):
    hall.convene(20, COMPTES, STATUTS)
    hall.day_comes()
    hall.come("alma", "basile")

    page = words(hall.irene.get(hall.path("/ouverture")))

    assert "Le quorum manque pour une partie de l’ordre du jour" in page
    assert "Quorum : au moins 1/3 de 8, soit 3. Présents ou représentés : 2." in page
    opened = hall.send(hall.path("/ouverture"), chair="alma")
    assert "séance ouverte" in words(opened)


def test_a_session_opens_with_its_officers_and_closes(hall):
    hall.convene()
    hall.day_comes()
    hall.come("alma", "basile")

    opened = hall.send(hall.path("/ouverture"), chair="alma", secretary="irene", tellers="basile")
    assert "présidée par Alma Reynier" in words(opened)
    assert len(hall.facts(SessionOpened)) == 1

    closed = hall.send(hall.path("/cloture"), debates="Échanges sur les locaux.")
    assert "Échanges sur les locaux." in words(closed)
    assert len(hall.facts(SessionClosed)) == 1
    late = hall.irene.post(hall.path("/presence/elsa"), data={"gesture": "4" * 32})
    assert "La séance est close." in words(late)


def test_the_quorum_follows_the_sheet(hall):
    hall.convene()
    hall.day_comes()
    before = hall.irene.get(hall.path("/quorum")).text
    hall.come("alma", "basile")
    after = hall.irene.get(hall.path("/quorum")).text

    assert "quorum non atteint" in before
    assert "quorum atteint" in after


def test_papers_are_printed_and_who_printed_the_sheet_is_noted(hall):
    hall.convene()

    for paper in ("/convocations/elsa.pdf", "/feuille.pdf", "/pouvoir.pdf"):
        assert hall.irene.get(hall.path(paper)).content.startswith(b"%PDF"), paper

    with hall.site.office.reading() as db:
        noted = db.execute("select person, page from public.reading order by at").fetchall()
    assert [(row["person"], row["page"].rpartition("/")[2]) for row in noted] == [
        ("irene", "elsa"),
        ("irene", "feuille"),
    ]


def test_a_quorum_of_shares_is_told_and_reached_in_shares(hall):
    law = adopted.statutes
    quorum = replace(
        law.ordinary.quorum, first=Ruled(Fraction(1, 4), Public("17")), base=Ruled(QuorumBase.SHARES, Public("17"))
    )
    changed = replace(law, ordinary=replace(law.ordinary, quorum=quorum))
    version = {"version": StatutesId("v2"), "on": in_days(-300), "in_force_from": in_days(-300)}
    hall.site.given(replace(adopted, statutes=changed, **version))
    hall.convene()
    hall.day_comes()
    hall.come("alma", "basile", "carline", "durance")

    assert "10 parts sur 42 présentes ou représentées" in words(hall.irene.get(hall.path("/ouverture")))
    refused = hall.send(hall.path("/ouverture"), chair="alma")
    assert "il faut 11 parts du capital, il y en a 10" in words(refused)
    hall.come("felix")
    hall.send(hall.path("/ouverture"), chair="alma")

    [session] = hall.facts(SessionOpened)
    assert (session.base, session.need, session.quorums[0].state.there) == ("shares", 11, 11)
