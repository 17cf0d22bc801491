"""What Galette (1.2, in French) and Paheko (1.3) export is known by its columns and read with its own words.

The headings, the quotes and the days are those that they write; the persons are invented."""

import csv
from io import StringIO

import pytest

from web.edge.spreadsheet import Line, Sheet, read_spreadsheet
from web.takeover.columns import guess, headings, program
from web.takeover.lines import GONE, Layout, gone, understand
from web.takeover.meanings import with_meanings

PLACES = {"categories": {"benevoles": "Membres actifs", "structures": "Structures"}, "colleges": {}}
NBSP = "\u00a0"  # what is left of a heading of Galette once its colon is taken away
GALETTE = """\
ID de l'adhérent ,Statut ,Nom ,Prénom ,Personne morale ,Titre ,Genre ,Adresse ,Code Postal ,Ville ,Téléphone ,GSM ,\
Courriel ,Identifiant ,Date de création ,Date de modification ,Compte ,Administrateur Galette ,Exempt de cotisation ,\
Date d’échéance ,Langue ,Parent ,Numéro adhérent
7,Membre actif,VARS,Inès,,Mme.,Femme,1 rue du Four,05000,Gap,,06 12 34 56 78,i@example.org,i,01/03/2014,,Oui,Non,Non
8,Membre actif,Reynier,Alma,La Luye,,,,,,,,luye@example.org,luye,15/06/2016,,Oui,Non,Non
9,Ancien membre,Onde,Basile,,M.,Homme,,,,,,,onde,12/01/2011,,Oui,Non,Non
10,Membre actif,Savines,Hector,,M.,Homme,,,,,,,hector,12/01/2011,,Non,Non,Non
""".replace(" ,", NBSP + ",")
TABLE = """\
id_adh,id_statut,nom_adh,prenom_adh,societe_adh,adresse_adh,cp_adh,ville_adh,tel_adh,gsm_adh,email_adh,\
date_crea_adh,activite_adh,num_adh
7,Membre actif,VARS,Inès,,1 rue du Four,05000,Gap,,06 12 34 56 78,i@example.org,2014-03-01,1,
8,Membre actif,Reynier,Alma,La Luye,,,,,,luye@example.org,2016-06-15,1,
9,Ancien membre,Onde,Basile,,,,,,,,2011-01-12,1,
10,Membre actif,Savines,Hector,,,,,,,,2011-01-12,0,
"""
PAHEKO = """\
Numéro de membre,Nom & prénom,Adresse E-Mail,Adresse postale,Code postal,Ville,Numéro de téléphone,\
Inscription à la lettre d'information,Date d'inscription,Catégorie
7,Inès VARS,i@example.org,1 rue du Four|Bâtiment B,05000,Gap,0612345678,Oui,01/03/2014,Membres actifs
8,Association La Luye,luye@example.org,,,,,Non,15/06/2016,Membres actifs
9,Basile Onde,,,,,,Non,12/01/2011,Anciens membres
10,Hector Savines,,,,,,Non,12/01/2011,Ancien membre
"""


def exported(table: str, separator: str, end: str) -> Sheet:
    """A stroke in an address is a new line of it."""
    rows, text = [line.replace("|", "\n").split(",") for line in table.splitlines()], StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    [sheet] = read_spreadsheet(text.getvalue().encode())
    return sheet


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("Galette", exported(GALETTE, ";", "\r\n")),
        ("Galette", exported(TABLE, ";", "\r\n")),
        ("Paheko", exported(PAHEKO, ",", "\n")),
    ],
    ids=["galette", "galette table", "paheko"],
)
def test_an_export_is_known_by_name_and_its_words_are_understood(name: str, sheet: Sheet):
    heading = headings(sheet)
    layout = with_meanings(Layout(columns=guess(sheet), heading=heading.number), sheet, PLACES)

    ines, luye, *others = [line for line in sheet if line.number > heading.number]
    person, house = understand(ines, layout).member, understand(luye, layout).member

    assert program(heading) == name
    assert (person.number, person.since.text, person.email, person.phone) == (
        *("7", "2014-03-01", "i@example.org"),
        "+33612345678",
    )
    assert (person.category, person.organisation, person.postcode, person.town) == ("benevoles", False, "05000", "Gap")
    assert sorted(person.full_name.split()) == ["Inès", "VARS"]
    assert house.organisation
    assert house.full_name.endswith("La Luye")
    assert [gone(line, layout) for line in (ines, luye, *others)] == [False, False, True, True]
    assert GONE in layout.meanings["category"].values()


def test_who_speaks_for_a_company_of_galette_stands_beside_its_name():
    sheet = exported(GALETTE, ";", "\r\n")
    layout = with_meanings(Layout(columns=guess(sheet), heading=1), sheet, PLACES)

    assert understand(sheet.lines[2], layout).member.speaker == "Alma Reynier"


@pytest.mark.parametrize("written", ["N°;Nom;Prénom;Parts", "Numéro;Nom;Ville;Catégorie"])
def test_a_register_by_hand_is_nobodys_export(written: str):
    assert program(Line(1, tuple(written.split(";")))) == ""
