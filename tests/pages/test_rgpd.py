"""What is promised of personal data, promise by promise: RGPD-01 to RGPD-06."""

import io
import json
from dataclasses import dataclass
from hashlib import sha256
from zipfile import ZipFile

import pytest
from psycopg import sql

from governance.membership.facts import Cause, MemberAdmitted, MemberLeft
from governance.record import log
from governance.rights.facts import ErasureDecided
from governance.words import Day, MemberId, Office, PersonId
from tests.coop import adopted, scic
from tests.site import Site

NAME, EMAIL, PHONE, HOME, WHY = "Ysaline Œuvrard", "ysaline@example.org", "0612345678", "7 rue du Lac", "Je pars loin."
SAID = (NAME, "ysaline", "œuvrard", "oeuvrard", EMAIL, PHONE, "612345678", HOME, WHY)
REQUEST = "a" * 32


@dataclass(frozen=True)
class Past:
    """Before she was forgotten: every leaf, all that the database held, and her copy of it."""

    site: Site
    leaves: list[bytes]
    held: str
    seals: dict[str, bytes]
    copy: dict


@pytest.fixture(scope="module")
def past(module_site: Site) -> Past:
    """She was a member, left long ago, and asked to be forgotten; two persons agreed."""
    site = module_site
    site.given(adopted(scic()))
    site.person("sec", "Sacha", Office.SECRETARY)
    site.person("chair", "Charlie", Office.CHAIR)
    secretary = site.browser("sec")
    form = {"name": NAME, "category": "benevoles", "college": "benevoles", "on": "02/02/2020", "gesture": "b" * 32}
    form |= {"email": EMAIL, "phone": PHONE, "address": HOME}
    assert secretary.post(site.at("/membres/candidatures/personne"), data=form).status_code == 200
    her = MemberId("b" * 32)
    site.given(
        MemberAdmitted(her, "benevoles", "benevoles", Day("2020-02-03")),
        MemberLeft(her, Cause.WITHDRAWAL, Day("2021-06-01")),
    )
    herself = site.browser(her)
    asking = {"scope": "identity", "reason": WHY, "gesture": REQUEST}
    assert herself.post(site.at("/mon-espace/effacement"), data=asking).status_code == 200
    copy = json.loads(_unzipped(herself.get(site.at("/mon-espace/copie.zip")).content)["mes-donnees.json"])
    before = Past(site, _leaves(site), _held(site), _sealed(site, her), copy)
    for decider, gesture in (("sec", "c"), ("chair", "d")):
        said = {"agrees": "true", "reason": "C’est son droit.", "gesture": gesture * 32}
        assert site.browser(decider).post(site.at(f"/demandes/{REQUEST}"), data=said).status_code == 200
    return before


def _unzipped(content: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def _leaves(site: Site) -> list[bytes]:
    return [entry.leaf for entry in site.office.record.entries()]


def _sealed(site: Site, person: str) -> dict[str, bytes]:
    """The bytes behind every commitment about her."""
    with site.office.reading() as db:
        seals = [row["commitment"] for row in db.execute("select commitment from vault where person = %s", [person])]
        return site.office.vault.reveal(db, seals)


def _held(site: Site) -> str:
    """Every row of every table, as a backup made now would hold it; bytes are read as text where they are text."""
    with site.office.reading() as db:
        tables = db.execute("""
            select schemaname, tablename from pg_tables
            where schemaname in ('public', 'register') and has_table_privilege(schemaname || '.' || tablename, 'select')
        """).fetchall()
        rows = [
            str(row)
            for table in tables
            for row in db.execute(sql.SQL("select * from {}").format(sql.Identifier(*table.values())))
        ]
    return "\n".join(rows).casefold()


def _named_in(text: str) -> list[str]:
    return [words for words in SAID if words.casefold() in text or repr(words.encode())[2:-1].casefold() in text]


def test_rgpd_01_no_byte_of_the_record_says_who_she_is(past: Past):
    record = "\n".join(str(entry.data) for entry in past.site.office.record.entries()).casefold()

    assert _named_in(past.held), "she was there, in the registers"
    assert _named_in(record) == []


def test_rgpd_02_once_forgotten_she_is_in_no_table_no_page_no_file_and_no_search(past: Past):
    site, secretary = past.site, past.site.browser("sec")
    pages = (
        *("/membres?le=2020-06-01", "/membres.csv?le=2020-06-01", "/membres/categories.csv?le=2020-06-01"),
        *(f"/membres/{'b' * 32}", f"/demandes/{REQUEST}", "/membres?le=2020-06-01&q=612345678"),
    )

    assert _named_in(_held(site)) == []
    for path in pages:
        given = secretary.get(site.at(path))
        shown = given.text.replace("612345678", "") if "q=" in path else given.text
        assert (given.status_code, _named_in(shown.casefold())) == (200, [])
    with site.office.reading() as db:
        assert site.office.vault.open(db, past.seals) == {}


def test_rgpd_03_every_proof_made_before_still_holds(past: Past):
    now = _leaves(past.site)
    tree = log.tree(now, range(len(past.leaves)))

    assert now[: len(past.leaves)] == past.leaves
    for index, leaf in enumerate(past.leaves):
        assert log.begun(leaf, index, len(now), tree.paths[index]) == log.root(now[: index + 1])


def test_rgpd_04_two_different_persons_decided_each_with_a_reason(past: Past):
    decided = [fact for fact in past.site.facts if isinstance(fact, ErasureDecided)]

    assert [(fact.decider, fact.agrees) for fact in decided] == [(PersonId("sec"), True), (PersonId("chair"), True)]
    assert len({fact.reason.commitment for fact in decided}) == 2


def test_rgpd_05_what_is_revealed_checks_and_what_is_not_cannot_be_guessed(past: Past):
    for seal, text in past.seals.items():
        salt, _, words = json.loads(text)
        assert sha256(text).hexdigest() == seal
        assert len(bytes.fromhex(salt)) * 8 >= 128
        assert seal not in {sha256(guess).hexdigest() for guess in (words.encode(), json.dumps(words).encode())}
    assert len({json.loads(text)[0] for text in past.seals.values()}) == len(past.seals), "no salt serves twice"


def test_rgpd_06_her_copy_holds_every_entry_that_named_her_and_every_word_said_of_her(past: Past):
    entries = list(past.site.office.record.entries())[: len(past.leaves)]
    naming = [entry.position for entry in entries if "b" * 32 in map(str, vars(entry.fact).values())]
    words = {json.loads(text)[2] for text in past.seals.values()}

    assert [entry["position"] for entry in past.copy["record"]] == naming
    assert words >= {NAME, EMAIL, HOME, WHY}
    assert {word for word in words if word not in json.dumps(past.copy, ensure_ascii=False)} == set()
