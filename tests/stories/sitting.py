"""What is done at every assembly: it is convened, opened by its chair, and hands are counted."""

from playwright.sync_api import Page

from tests.stories.mortal import fill, follow, press, shows


def convene(page: Page) -> None:
    follow(page, "Convoquer")
    press(page, "Convoquer")
    shows(page, "convoquée")


def open_by(page: Page, chair: str) -> None:
    follow(page, "Ouvrir la séance")
    fill(page, {"Qui préside": chair})
    press(page, "Ouvrir la séance")


def by_hands(page: Page, **counted: str) -> None:
    follow(page, "Compter les mains")
    if not counted:
        press(page, "À l’unanimité : toutes pour")
        return
    fill(page, {"Contre": counted["against"], "Abstentions": counted["abstention"]})
    press(page, "Voir le résultat")
    press(page, "Confirmer")
