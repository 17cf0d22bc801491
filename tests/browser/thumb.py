"""What a voter does on her phone, and how the page answers."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page

from tests.browser.stage import follow, press


@dataclass
class Thumb:
    """A voter's thumb on her phone: each of its clicks is counted."""

    page: Page
    clicks: int = 0

    def opens(self, link: str) -> None:
        self.page.goto(link)
        self.clicks += 1

    def presses(self, name: str) -> None:
        press(self.page, name)
        self.clicks += 1

    def follows(self, name: str) -> None:
        follow(self.page, name)
        self.clicks += 1

    def chooses(self, voice: str, choice: str) -> None:
        choose(self.page, voice, choice)
        self.clicks += 1


def choose(page: Page, voice: str, choice: str) -> None:
    page.get_by_role("group", name=voice).get_by_label(choice, exact=True).check()


def phone(browser: Browser, javascript: bool = True) -> Page:
    """One more phone in the room, where nobody is signed in."""
    small = {"width": 360, "height": 740}
    return browser.new_context(locale="fr-FR", viewport=small, java_script_enabled=javascript).new_page()


def votes(page: Page, choice: str) -> None:
    choose(page, "Votre voix", choice)
    press(page, "Voter")


def refusal(page: Page) -> Locator:
    return page.locator(".notice-refusal")
