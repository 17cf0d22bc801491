"""What a letter says, to people and to machines."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest

from tests.documents.samples import ASSEMBLY, COOPERATIVE, DEMONSTRATION
from tests.mail.post import AT, LINK, OFFICE, ZOE, notice, read
from web.i18n import locale
from web.mail.letters import Letter, Mailbox, compose

SIGN_IN = Letter(
    "connexion.7f@coop05.example",
    "connexion",
    OFFICE,
    ZOE,
    {"cooperative": COOPERATIVE, "link": LINK, "until": "2026-11-28T10:45+01:00"},
    AT,
)
COMING = {
    "cooperative": COOPERATIVE,
    "what": "assembly",
    "title": ASSEMBLY["title"],
    "at": ASSEMBLY["at"],
    "place": ASSEMBLY["place"],
    "link": LINK,
}
CLOSING = {**COMING, "what": "vote", "title": "Ouverture d’une conserverie"}


ASKED = {"cooperative": COOPERATIVE, "until": "2026-12-31", "reminder": False, "link": LINK}


QUESTIONNAIRE = {
    "cooperative": COOPERATIVE,
    "title": "Besoins d’emploi",
    "purpose": "Partager des postes.",
    "named": True,
    "link": LINK,
}


def follow_up(purpose):
    said = {"what": "Déposer les comptes", "number": 12, "day": "2027-03-03"}
    asked = {"cooperative": COOPERATIVE, "purpose": purpose, **said, "link": LINK}
    return Letter(f"{purpose}.9@coop05.example", "suite", OFFICE, ZOE, asked, AT)


def gathering(purpose):
    said = {
        "title": "Forum",
        "when": "6 novembre 2018",
        "place": "Embrun",
        "agenda": ["Accueil"],
        "coming": ["Forum 14"],
    }
    told = {"cooperative": COOPERATIVE, "purpose": purpose, **said, "link": LINK}
    return Letter(f"{purpose}.9@coop05.example", "reunion", OFFICE, ZOE, told, AT)


def reminder(words):
    return Letter("rappel.a1.zoe@coop05.example", "rappel", OFFICE, ZOE, words, AT)


LETTERS = {
    "connexion": (SIGN_IN, "Votre lien pour entrer – La coopérative départementale des Hautes-Alpes"),
    "convocation": (
        notice(),
        "Convocation : Assemblée générale ordinaire annuelle, mardi 15 décembre 2026 à 18 h 00",
    ),
    "rappel": (
        reminder(COMING),
        "Rappel : Assemblée générale ordinaire annuelle, mardi 15 décembre 2026 à 18 h 00",
    ),
    "mise-a-jour": (
        Letter("update.7f@coop05.example", "mise-a-jour", OFFICE, ZOE, ASKED, AT),
        "Votre fiche est-elle exacte ? – La coopérative départementale des Hautes-Alpes",
    ),
    "suite": (follow_up("follow-up"), "Pour le 3 mars 2027 : Déposer les comptes"),
    "suite en retard": (follow_up("overdue"), "En retard : Déposer les comptes"),
    "réexamen": (follow_up("review"), "À réexaminer : Déposer les comptes"),
    "réunion": (gathering("gathering"), "Invitation : Forum"),
    "compte rendu": (gathering("report"), "Compte rendu : Forum"),
    "accueil": (gathering("pack"), "Pour rejoindre le groupe : Forum"),
    "questionnaire": (
        Letter("questionnaire.4@coop05.example", "questionnaire", OFFICE, ZOE, QUESTIONNAIRE, AT),
        "Questionnaire : Besoins d’emploi",
    ),
    "rappel de vote": (reminder(CLOSING), "Vous pouvez encore voter : Ouverture d’une conserverie"),
}
every = pytest.mark.parametrize(("letter", "subject"), LETTERS.values(), ids=LETTERS)


def received(letter):
    """As the recipient's program reads it, once it has travelled."""
    return read(compose(letter).as_bytes())


def words(letter):
    return received(letter).get_body(("plain",)).get_content()


def page(letter):
    return received(letter).get_body(("html",)).get_content()


@every
def test_a_letter_has_its_subject_its_people_and_its_own_number(letter, subject):
    message = received(letter)

    assert message["Subject"] == subject
    assert message["From"].addresses[0].display_name == "La coopérative départementale des Hautes-Alpes"
    assert message["To"].addresses[0].display_name == "Zoé Œuvrard"
    assert message["To"].addresses[0].addr_spec == "zoe@exemple.fr"
    assert message["Message-ID"] == f"<{letter.id}>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == AT


@every
def test_the_link_and_the_legal_lines_are_in_words_and_in_html(letter, subject):
    for body in (words(letter), page(letter).replace("&amp;", "&")):
        assert LINK in body
        assert "Bonjour Zoé Œuvrard," in body
        assert "par actions simplifiée, à capital variable" in body
        assert "RCS Gap 901 234 567" in body


@every
def test_the_html_carries_its_style_inline_and_fetches_nothing(letter, subject):
    assert "<style" not in page(letter)
    assert 'style="' in page(letter)
    assert "<img" not in page(letter)
    assert "src=" not in page(letter)


@every
def test_a_letter_of_a_demonstration_says_so(letter, subject):
    shown = Letter(**{**vars(letter), "words": {**letter.words, "cooperative": DEMONSTRATION}})

    for body in (words(shown), page(shown)):
        assert "Démonstration\u00a0:" in body.replace("&nbsp;", "\u00a0")
    assert "Démonstration" not in words(letter)


def test_the_notice_says_when_where_and_what():
    said = words(notice())

    assert "mardi 15 décembre 2026 à 18\u00a0h\u00a000" in said
    assert "Salle des fêtes, place de la Mairie, 05200 Embrun" in said
    assert "2. Questions diverses" in said
    assert "deuxième convocation" not in said


def test_a_second_call_is_named_one():
    again = {**notice().words, "assembly": {**ASSEMBLY, "call": 2}}

    assert "(deuxième convocation)" in words(notice(words=again))


def test_the_documents_are_attached_and_announced():
    letter = notice(documents={"convocation.pdf": b"%PDF-1.7"})

    (pdf,) = received(letter).iter_attachments()

    assert (pdf.get_content_type(), pdf.get_filename()) == ("application/pdf", "convocation.pdf")
    assert pdf.get_content() == b"%PDF-1.7"
    assert "La convocation est jointe" in words(letter)
    assert "La convocation est jointe" not in words(notice())


NAMES = [
    "Zoé Œuvrard",
    'Jean "Jojo" Dupont',
    "Dupont, Zoé; Cie <chef@exemple.fr>",
    "محمد السعيد",
    "Léa 🌻 👩🏽‍🌾",
    "L’Haÿ-d’Ørsted de la Très-Longue-Coopérative-Départementale-des-Hautes-Alpes-et-d’Ailleurs (Cie)",
    "王小明",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_arrives_as_it_is_written(name):
    letter = compose(notice(to=Mailbox(name, "zoe@exemple.fr")))

    shown, address = parseaddr(message_from_bytes(letter.as_bytes())["To"])

    assert (str(make_header(decode_header(shown))), address) == (name, "zoe@exemple.fr")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "\x00"])
def test_a_line_end_never_begins_a_header(end):
    evil = f"Zoé{end}Bcc: tous@exemple.fr"
    letter = notice(
        to=Mailbox(evil, "zoe@exemple.fr"),
        words={**notice().words, "assembly": {**ASSEMBLY, "title": evil}},
        id=f"a{end}Bcc: b@coop05.example",
    )

    message = received(letter)

    assert message["Bcc"] is None
    assert message["To"].addresses[0].display_name == "Zoé Bcc: tous@exemple.fr"
    assert message["Subject"].startswith("Convocation : Zoé Bcc: tous@exemple.fr, mardi")


@pytest.mark.parametrize("address", ["zoe@exemple.fr\r\nBcc: b@exemple.fr", "zoe", "@exemple.fr", "zoe@", ""])
def test_an_address_that_cannot_be_written_is_refused(address):
    with pytest.raises(ValueError):  # noqa: PT011  # Python's own words
        compose(notice(to=Mailbox("Zoé", address)))


def test_a_domain_with_accents_is_written_as_the_network_wants():
    (address,) = received(notice(to=Mailbox("Zoé", "zoe@bücher.example")))["To"].addresses

    assert address.addr_spec == "zoe@xn--bcher-kva.example"


def test_a_name_is_words_and_not_markup():
    letter = notice(to=Mailbox("<b>Zoé</b> & {{ 7*7 }}", "zoe@exemple.fr"))

    assert "Bonjour <b>Zoé</b> & {{ 7*7 }}," in words(letter)
    assert "Bonjour &lt;b&gt;Zoé&lt;/b&gt; &amp; {{ 7*7 }}," in page(letter)


def test_a_letter_follows_the_language_of_its_reader():
    token = locale.set("en")
    try:
        assert received(notice())["Content-Language"] == "en"
        assert "Tuesday 15 December 2026" in words(notice())
    finally:
        locale.reset(token)
