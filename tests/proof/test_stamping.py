"""The date of an authority outside: taken where it is worth something, asked for again where it is not."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from socket import create_server, socket
from threading import Event, Thread
from time import sleep

import pytest

from governance.statutes.facts import FundersMentioned
from governance.words import Day, Public
from tests.conftest import Database
from tests.office import open_office
from tests.outside.authority import Openssl, open_authority
from tests.site import open_site
from web import asking, stamps
from web.stamping import Authority, NotStamped
from web.stamps import Stamps
from web.worker import seal

DIGEST = sha256(b"une t\xc3\xaate").digest()


@pytest.fixture(scope="module")
def openssl(tmp_path_factory: pytest.TempPathFactory) -> Openssl:
    return Openssl(tmp_path_factory.mktemp("tsa") / "one")


@pytest.fixture
def authority(openssl: Openssl):
    openssl.answers = "as asked"
    with open_authority(openssl) as authority:
        yield authority


def test_what_the_authority_answers_is_kept_as_it_came(authority: Authority):
    token = authority.stamp(DIGEST)

    assert token.by == "Horodatage d’essai"
    assert DIGEST in token.reply


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("of another", "le jeton ne vaut pas pour cette empreinte"),
        ("to another", "la réponse est celle d’une autre demande"),
        ("no", "l’autorité refuse"),
        ("later", "l’autorité répond 503"),
        ("nonsense", "la réponse est illisible"),
    ],
)
def test_what_is_worth_nothing_is_not_taken(openssl: Openssl, authority: Authority, answers: str, said: str):
    openssl.answers = answers

    with pytest.raises(NotStamped, match=said):
        authority.stamp(DIGEST)


def test_nor_is_the_word_of_another_authority_or_a_silence(authority: Authority, tmp_path):
    foreign = Authority(authority.address, Openssl(tmp_path / "other", "Une autre").chain)
    with pytest.raises(NotStamped, match="n’est pas signé par l’autorité choisie"):
        foreign.stamp(DIGEST)
    with pytest.raises(NotStamped, match="ne répond pas"):
        Authority("http://127.0.0.1:1/", authority.chain).stamp(DIGEST)


@pytest.mark.parametrize("chain", [b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_an_authority_is_told_with_its_certificates(chain: bytes, tmp_path):
    file = tmp_path / "chain.pem"
    file.write_bytes(chain)

    assert Authority.of({}) is None
    for environ in ({"PALABRE_TSA": "https://tsa.example"}, {"PALABRE_TSA": "tsa", "PALABRE_TSA_CHAIN": str(file)}):
        with pytest.raises(ValueError, match="authority"):
            Authority.of(environ)
    with pytest.raises(ValueError, match=r"."):
        Authority.of({"PALABRE_TSA": "https://tsa.example", "PALABRE_TSA_CHAIN": str(file)})


def test_the_first_head_is_dated_once_and_another_when_its_turn_comes(
    cooperative: Database, openssl: Openssl, authority: Authority
):
    with open_site(cooperative) as site, open_office(cooperative, "worker") as office:
        site.given(FundersMentioned(Public("Région"), Day("2025")))
        seal(office, cooperative.house, site.slug)
        openssl.answers = "later"
        Stamps(office, authority).turn(Event())
        assert told(office) == [("l’autorité répond 503", 1, False)]

        openssl.answers = "as asked"
        Stamps(office, authority).turn(Event())
        assert told(office) == [("l’autorité répond 503", 1, False)], "not before a minute"

        with office.reading() as db:
            db.execute("update public.stamp set next_try = clock_timestamp()")
        for _ in range(2):
            Stamps(office, authority).turn(Event())
        assert told(office) == [("", 1, True)]
        with office.reading() as db:
            dated = stamps.newest(db)
    assert dated
    assert sha256(dated.note.encode()).digest() in dated.token


def told(office) -> list:
    with office.reading() as db:
        rows = db.execute("select answer, attempts, token is not null as dated from public.stamp").fetchall()
    return [tuple(row.values()) for row in rows]


def test_whoever_answers_drop_by_drop_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    with create_server(("127.0.0.1", 0)) as door:
        Thread(target=dripping, args=[door], daemon=True).start()
        with pytest.raises(OSError, match=r"."):
            asking.ask(f"http://127.0.0.1:{door.getsockname()[1]}/", b"", public=False)


def dripping(door: socket) -> None:
    line, _ = door.accept()
    with line, suppress(OSError):
        for _ in range(100):
            line.sendall(b"HTTP/1.1 200 OK\r\nX: "[:1])
            sleep(0.1)


def test_it_is_checked_inside_a_loop_too(authority: Authority):
    async def inside() -> str:
        return authority.stamp(DIGEST).by

    with ThreadPoolExecutor(1) as apart:  # where a browser was, this thread has a loop already
        assert apart.submit(asyncio.run, inside()).result() == "Horodatage d’essai"
