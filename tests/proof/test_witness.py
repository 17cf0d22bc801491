"""A witness signs what continues what it saw, and nothing else; what it signed is remembered when a database is not."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest
from starlette.testclient import TestClient

from governance.command import PALABRE, Refused
from governance.evidence.facts import Digest
from governance.evidence.resume import ResumeRecord
from governance.evidence.witness_facts import LogAccepted, LogId, LogKey, WitnessId, WitnessNamed
from governance.record import log, tiles
from governance.record.note import Checkpoint, Cosigner, NotAHead, Signer, Verifier
from governance.record.sealer import last
from governance.statutes.facts import FundersMentioned
from governance.words import Day, Public
from tests.browser.conftest import serving
from tests.conftest import Database, fresh_cooperative
from tests.office import open_office
from tests.pages.evidence import words
from tests.site import Site, open_site
from web.asking import ask
from web.heads import COSIGNED
from web.office import Office
from web.witnessing import Asker
from web.worker import seal

ORIGIN = "palabre/00112233aabbccdd"
SIGNER, OTHER = Signer(ORIGIN, bytes(32)), Signer(ORIGIN, bytes([1] * 32))
LEAVES = [log.leaf(bytes([n])) for n in range(9)]
REWRITTEN = [*LEAVES[:2], log.leaf(b"else"), *LEAVES[3:]]


def request(old: int, size: int, signer: Signer = SIGNER, leaves=LEAVES, proof: list[bytes] | None = None) -> str:
    def shelf(level: int, number: int) -> bytes:
        return b"".join(leaves[:size])

    if proof is None:
        proof = tiles.consistency(shelf, old, size)
    head = Checkpoint(ORIGIN, size, log.root(leaves[:size]))
    return "\n".join([f"old {old}", *(base64.b64encode(one).decode() for one in proof), "", signer.sign(head)])


@pytest.fixture
def witness(cooperative: Database) -> Iterator[tuple[Site, TestClient]]:
    """It accepted that record, and signed its first five entries."""
    with open_site(cooperative) as site:
        site.given(LogAccepted(LogId("log"), Public("L’autre"), LogKey(SIGNER.key)))
        browser = site.browser()
        assert browser.post(site.at("/temoins/add-checkpoint"), content=request(0, 5)).status_code == 200
        yield site, browser


def test_a_head_that_continues_is_signed_once_more_and_shown(witness):
    site, browser = witness
    line = browser.post(site.at("/temoins/add-checkpoint"), content=request(5, 9)).text
    again = browser.post(site.at("/temoins/add-checkpoint"), content=request(9, 9, proof=[]))
    page = words(browser.get(site.at("/temoins")))

    [key] = [word for word in page.replace("<", " ").replace(">", " ").split() if "/temoin+" in word]
    key = key.replace("&#43;", "+").replace("&#x2B;", "+")
    note = SIGNER.sign(Checkpoint(ORIGIN, 9, log.root(LEAVES))) + line
    assert Verifier(key).line(note) == line
    assert again.status_code == 200
    assert "9 écritures" in page


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("", 400),
        ("old 05\n\n" + SIGNER.sign(Checkpoint(ORIGIN, 9, bytes(32))), 400),
        (request(5, 9).replace("old 5", "old 10"), 400),
        (request(5, 9).replace(ORIGIN, "palabre/ffff"), 404),
        (request(5, 9, OTHER), 403),
        ("old 5\n\n" + SIGNER.sign(Checkpoint(ORIGIN, 2**63, bytes(32))), 400),
        (request(5, 9).replace("\n\n", "\n\n" + Checkpoint(ORIGIN, 9, bytes(32)).text + "\n", 1), 400),
        (request(5, 9).replace("\n9\n", "\n8\n"), 403),
        (request(4, 9), 409),
        (request(0, 9), 409),
        (request(5, 9, leaves=REWRITTEN), 422),
        (request(5, 9, proof=[]), 422),
        (request(5, 5, leaves=REWRITTEN, proof=[]), 422),
        ("x" * 17_000, 413),
    ],
)
def test_what_is_not_that_is_refused_with_the_status_of_the_protocol(witness, said: str, status: int):
    site, browser = witness
    answer = browser.post(site.at("/temoins/add-checkpoint"), content=said)

    assert answer.status_code == status
    if status == 409:
        assert (answer.text, answer.headers["content-type"].partition(";")[0]) == ("5\n", "text/x.tlog.size")


@contextmanager
def two(mine: Database) -> Iterator[tuple[Site, Site, Office, Asker]]:
    """A cooperative, its witness on the same machine, and who asks for the one's signature under the other's heads."""
    with (
        fresh_cooperative(mine.house) as theirs,
        open_site(mine) as site,
        open_site(theirs, "Le témoin") as other,
        open_office(mine, "worker") as office,
        serving(other.app) as home,
    ):
        seal(office, mine.house, site.slug)
        with office.reading() as db:
            head = last(db)
        assert head
        other.given(LogAccepted(LogId("log"), Public("Nous"), LogKey(head.key)))
        address = f"{home}/{other.slug}/temoins"
        page = words(other.browser().get(other.at("/temoins")))
        key = next(word for word in page.replace("<", " ").replace(">", " ").split() if "/temoin+" in word)
        site.given(WitnessNamed(WitnessId("w"), Public("Le témoin"), LogKey(key), Public(address)))
        yield site, other, office, Asker(office, mine.house.heads, site.slug, home)


def write(site: Site, office: Office, house) -> None:
    site.given(FundersMentioned(Public("Région"), Day("2025")))
    seal(office, house, site.slug)


def soon(office: Office) -> None:
    with office.reading() as db:
        db.execute("update public.asked_witness set next_try = clock_timestamp()")


def test_our_heads_are_signed_by_our_witness_once_a_minute(cooperative: Database):
    with two(cooperative) as (site, _, office, asker):
        for _ in range(2):
            write(site, office, cooperative.house)
            asker.turn(Event())
        assert told(office) == [(3, "")], "the second one waits for its minute"

        soon(office)
        asker.turn(Event())
        assert told(office) == [(3, ""), (4, "")]
        note = site.browser().get(site.at("/journal/tete.note")).text
        assert note.count("\n— ") == 2
        assert cooperative.house.heads.last(site.slug, COSIGNED) == Checkpoint.read(note)
        assert "4 écritures" in words(site.browser().get(site.at("/temoins")))


class Liar(BaseHTTPRequestHandler):
    """It says that it knows a longer head, and shows none."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(409)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"999\n")

    def do_GET(self) -> None:
        self.close_connection = True

    def log_message(self, *said: object) -> None:
        pass


def test_a_witness_that_lies_or_has_no_address_holds_up_none_of_the_others(cooperative: Database):
    with two(cooperative) as (site, _, office, asker), HTTPServer(("127.0.0.1", 0), Liar) as liar:
        Thread(target=liar.serve_forever, daemon=True).start()
        key = LogKey(Cosigner("union.example/temoin", bytes(32)).key)
        for name in (f"http://127.0.0.1:{liar.server_port}", "https://exemple.fr:99999"):
            site.given(WitnessNamed(WitnessId(f"0{name}"), Public("Un autre"), key, Public(name)))
        seal(office, cooperative.house, site.slug)
        asker._home = f"http://127.0.0.1:{liar.server_port}"
        asker.turn(Event())
        with office.reading() as db:
            asked = list(db.execute("select answer, ahead from public.asked_witness"))
        liar.shutdown()

    assert sorted(row["ahead"] or 0 for row in asked) == [0, 0, 999]


def test_a_cosignature_has_its_form_and_its_date():
    head, witness = Checkpoint(ORIGIN, 9, bytes(32)), Cosigner("w", bytes(32))
    note, line, key = SIGNER.sign(head), witness.cosign(head, 1_800_000_000), Verifier(witness.key)

    assert key.line(note + line) == line
    assert key.line(note + line.replace("\n", " \0\n")) is None
    with pytest.raises(NotAHead):
        key.line(note + witness.cosign(head, 2**62))


def test_a_witness_keeps_of_a_note_the_head_and_its_signature_alone(witness):
    site, browser = witness
    scribbled = request(5, 9) + "— un autre\0\n"
    line = browser.post(site.at("/temoins/add-checkpoint"), content=scribbled.encode()).text
    shown = browser.get(site.at(f"/temoins/{sha256(ORIGIN.encode()).hexdigest()}/checkpoint")).text

    assert shown == SIGNER.sign(Checkpoint(ORIGIN, 9, log.root(LEAVES))) + line


def told(office: Office) -> list:
    sentence = "select size, answer from public.cosignature, public.asked_witness order by size"
    with office.reading() as db:
        return [tuple(row.values()) for row in db.execute(sentence)]


def test_a_longer_head_that_we_signed_stops_the_writing_until_the_resumption_is_said(cooperative: Database):
    with two(cooperative) as (site, other, office, asker):
        write(site, office, cooperative.house)
        lost = Checkpoint.read(site.browser().get(site.at("/journal/tete.note")).text)
        lost = Checkpoint(lost.origin, 50, bytes(32))
        ours = Signer(lost.origin, cooperative.house.keys.sealing(site.slug, new=False))
        seen = f"old 0\n\n{ours.sign(lost)}"
        assert other.browser().post(other.at("/temoins/add-checkpoint"), content=seen).status_code == 200

        asker.turn(Event())
        site.app.state.offices._held.clear()  # as after a few seconds
        for path in ("/temoins", "/journal"):
            assert "a signé une tête de 50 écritures" in words(site.browser().get(site.at(path)))
        with pytest.raises(Refused, match="record-went-back"):
            site.office.execute(ResumeRecord(50, Digest("0" * 64), Public("x")), PALABRE, "g")

        with open_office(cooperative) as fresh:
            fresh.record.execute(ResumeRecord(50, Digest("0" * 64), Public("Le disque")), PALABRE, "resume")
        cooperative.house.heads.forget(site.slug)
        site.office.wait(site.head)
        soon(office)
        asker.turn(Event())
        assert cooperative.house.heads.last(site.slug, COSIGNED) is None, "what was said to be lost stops nobody again"


@pytest.mark.parametrize(
    "address",
    [
        "http://exemple.fr/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "ftp://exemple.fr/",
        "https:///",
        "https://exemple.fr:99999/",
        "https://[::1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://0.0.0.0/",
        "https://169.254.169.254/",
    ],
)
def test_an_address_that_somebody_typed_leads_to_the_internet_alone(address: str):
    with pytest.raises(PermissionError):
        ask(address, public=True)
