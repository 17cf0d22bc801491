"""The register of an invented cooperative as a secretary keeps it: a hundred and forty-six members (the figure is that
of Énergies Collectives in 2017) and all that ten years of hands leave in a workbook."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import xlsxwriter

MEMBERS = 146
HEAD = ("N°", "Nom et prénom ", "Catégorie", "Date d’entrée", "Sortie", "Nb de parts", "Capital (€)", "Courriel")
FIRST = ("Alma", "Basile", "Chloé", "Dario", "Élodie", "Fabien", "Gaëlle", "Hector", "Inès", "Joël", "Karim", "Lucie")
LAST = (
    *("Ailefroide", "Bonette", "Céüze", "Dévoluy", "Embrun", "Furfande", "Gleize", "Izoard", "Larche", "Morgon"),
    *("Névache", "Orcières", "Parpaillon"),
)
MONTHS = ("janv.", "février", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.")
HOUSES = ("Association La Luye", "SARL Le Moulin d’Ancelle", "Commune de Sainte-Luce", "Ressourcerie du Buëch SCIC")
LEFT, TWICE, COUPLE, MISREAD = 88, 31, 57, 120
"""The numbers of who has left, is written twice, shares a line, and has an amount that nobody can read."""

Cell = str | int | float | date


def rows() -> Iterator[list[Cell]]:
    """Numbered from 1: 142 lines of somebody and four organisations; one more line repeats a member."""
    for n in range(1, MEMBERS + 1):
        yield row(n)
        if n == TWICE:
            yield row(n)


def row(n: int) -> list[Cell]:
    person = f"{LAST[n % 13].upper() if n % 4 == 0 else LAST[n % 13]} {FIRST[n % 12]}" + ("  " if n % 7 == 0 else "")
    shares = 1 + n % 3
    entered = date(2011, 3, 1) + timedelta(days=17 * n)
    told: list[Cell] = [n, person, "bénévole", entered, "", shares, 50.0 * shares, f"m{n}@example.org"]
    if n % 5 == 0:
        told[3] = f"{entered:%d/%m/%Y}"
    if n % 11 == 0:
        told[3] = f"{entered.day} {MONTHS[entered.month - 1]} {entered.year}"
    if n % 6 == 0:
        told[5:7] = [f"{shares},00", f"{50 * shares},00\u00a0€"]
    if n % 9 == 0:
        told[2] = "salarié"
    if n > MEMBERS - len(HOUSES):
        told[1:3] = [HOUSES[MEMBERS - n], "structure" if n != MEMBERS - 2 else "Collectivités"]
    if n == 40:
        told[2] = "Bénevolle"
    return [_accidents(n).get(place, cell) for place, cell in enumerate(told)]


def _accidents(n: int) -> dict[int, Cell]:
    return {
        LEFT: {4: date(2019, 6, 30)},
        COUPLE: {1: "M. et Mme Morgon"},
        MISREAD: {6: "voir avec Inès"},
    }.get(n, {})


def workbook() -> bytes:
    """Titles over several columns, blank lines, a total by page and one at the end that leaves out who has left."""
    held = BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet, day = book.add_worksheet("Associés 2025"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:H1", "ÉNERGIES D’EN HAUT — SCIC SAS à capital variable")
        sheet.merge_range("A2:H2", "Registre des associés arrêté au 31/12/2025", book.add_format({"bold": True}))
        sheet.write_row(4, 0, HEAD)
        line = 5
        for n, told in enumerate(rows()):
            line += 1 + (n % 40 == 0)
            for column, cell in enumerate(told):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, day)
                else:
                    sheet.write(line, column, cell)
        sheet.write_row(line + 2, 0, ["TOTAL", "", "", "", "", printed("shares"), f"{printed('capital')},00\u00a0€"])
        sheet.write_row(line + 3, 0, ["", f"Nombre d’associés : {MEMBERS - 1}"])
    return held.getvalue()


def printed(figure: str) -> int:
    """What the last line says: who has left and the line written twice are not in it."""
    shares = sum(1 + n % 3 for n in range(1, MEMBERS + 1) if n != LEFT)
    return shares if figure == "shares" else 50 * shares
