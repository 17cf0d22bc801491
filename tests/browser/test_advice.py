"""A réviseur of two cooperatives of one house, on a phone: invited, one link, one page, a register read, sent away."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.membership.adviser_facts import Scope, Seen
from tests.browser.stage import Stage, check_this, follow, press
from tests.hosted import HERS, LATER, SECRETARY, hosted
from web.advice.index import send_links
from web.house import House


def test_a_reviewer_reads_two_cooperatives_by_one_link_until_one_ends_it(
    page: Page, house: House, serve: Callable[[ASGIApp], str], axe: Callable[[Page], list[str]]
) -> None:
    with hosted(house, "Alpha") as alpha, hosted(house, "Beta") as beta:
        beta.invites(Scope.ADVICE)
        stage = Stage(alpha.site, serve(alpha.site.app), alpha.database)
        stage.enter(page, SECRETARY)
        stage.go(page, "/conseillers")
        follow(page, "Inviter un conseiller")
        for field, typed in {
            "Organisation": "Union",
            "Personne": "Agathe",
            "Son adresse": HERS,
            "Jusqu’au": LATER,
        }.items():
            page.get_by_label(field).fill(typed)
        page.get_by_label("Révision coopérative").check()
        check_this(page, axe)
        press(page, "Inviter")
        expect(page.get_by_role("main")).to_contain_text("Agathe")
        alpha.index.keep(alpha.site.office)

        page.goto(stage.address + "/conseil")
        page.get_by_label("Votre adresse électronique").fill(HERS)
        press(page, "Recevoir un lien")
        expect(page.get_by_role("heading", name="Regardez votre courriel")).to_be_visible()
        send_links(house)
        [(_, link)] = alpha.letters()
        page.goto(stage.address + link)
        press(page, "Oui, entrer")
        expect(page.get_by_role("heading", level=2)).to_have_count(2)
        check_this(page, axe)
        press(page, "Lire ses registres")
        expect(page.get_by_role("heading", name="Révision coopérative")).to_be_visible()
        page.get_by_role("link", name="Vos coopératives").click()

        alpha.revokes()
        page.reload()
        expect(page.get_by_role("heading", level=2)).to_have_text(["Beta"])
        assert (alpha.visits, beta.visits) == ([Seen.SUMMARY, Seen.INSIDE], [Seen.SUMMARY])
