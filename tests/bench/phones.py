"""Five hundred phones vote by name within thirty seconds, on the pages of a server that answers over the network."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from math import ceil
from time import perf_counter, sleep
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from governance.vote.facts import VoteCounted
from governance.words import CollegeId, MemberId, Office, PersonId
from tests.bench.beside import Line
from tests.browser.conftest import serving
from tests.conftest import Database
from tests.coop import admitted
from tests.rules.vote.test_voting import V1, convened, line, opened, sealed, there
from tests.site import Site, open_site
from web.visitor import open_session

MANY, WITHIN, AT_ONCE = 500, 30, 32  # phones, seconds, connections
MEMBERS = [MemberId(f"m{n:03}") for n in range(MANY)]
SECRETARY = PersonId("sec")


def five_hundred(database: Database) -> Iterator[Line]:
    """Each is late from the moment at which it was pressed, whatever the server was doing then."""
    with open_site(database) as site, serving(site.app) as base:
        phones = _gathered(site, base)
        start = perf_counter()
        with ThreadPoolExecutor(AT_ONCE) as hands:
            pressed = [start + n * WITHIN / MANY for n in range(MANY)]
            took = sorted(hands.map(_vote, phones, pressed))
        yield _within("500 phones in 30 s: 95 in 100 have their receipt within 0.3 s", _of(took, 95), 0.3)
        yield _within("500 phones in 30 s: 99 in 100 have their receipt within 1 s", _of(took, 99), 1)
        yield _within("500 phones: the result is there within 2 s of the closing", _counted(site, base), 2)


def _gathered(site: Site, base: str) -> list["Phone"]:
    """Everybody has signed the sheet and has the page of the vote before her."""
    statutes, planned, resolution, _, session = convened
    known = [fact for member in MEMBERS for fact in site.known(member, f"Membre {member}")]
    lines = [fact for member in MEMBERS for fact in (admitted(member), line(member), there(member))]
    site.given(*site.known(SECRETARY, "Sacha", Office.SECRETARY), *known)
    site.given(statutes, planned, resolution, sealed(benevoles=MANY), *lines, session, opened())
    return [Phone(site, base, PersonId(member)) for member in MEMBERS]


class Phone:
    """Somebody signed in, and her form."""

    def __init__(self, site: Site, base: str, person: PersonId) -> None:
        self._host, self._at, self.person = urlsplit(base).netloc, site.at(f"/scrutins/{V1}"), person
        with site.office.reading() as db:
            self._cookie = f"palabre-{site.slug}={open_session(db, person)}"

    def send(self, page: str, **typed: str) -> str:
        """The page to which a form leads."""
        body, kind = urlencode({"gesture": uuid4().hex, **typed}), "application/x-www-form-urlencoded"
        leads = self._ask("POST", self._at + page, body, {"Content-Type": kind})
        return self._ask("GET", leads)

    def _ask(self, verb: str, path: str, body: str = "", headers: dict[str, str] | None = None) -> str:
        connection = HTTPConnection(self._host, timeout=60)
        connection.request(verb, path, body or None, {"Cookie": self._cookie, **(headers or {})})
        answer = connection.getresponse()
        words = answer.read().decode()
        connection.close()
        assert answer.status == (303 if verb == "POST" else 200), (answer.status, words)
        return answer.headers["Location"] if verb == "POST" else words


def _vote(phone: Phone, at: float) -> float:
    """Seconds from the press to the receipt."""
    sleep(max(0.0, at - perf_counter()))
    phone.send("", **{f"choice.{phone.person}": "for"})
    return perf_counter() - at


def _counted(site: Site, base: str) -> float:
    secretary = Phone(site, base, SECRETARY)
    start = perf_counter()
    secretary.send("/cloture")
    secretary.send("/depouillement")
    took = perf_counter() - start
    [counted] = [fact for fact in site.facts if isinstance(fact, VoteCounted)]
    assert [one.tally.for_ for one in counted.count.lines if one.tally.college == CollegeId("benevoles")] == [MANY]
    return took


def _of(took: list[float], percent: int) -> float:
    return took[ceil(len(took) * percent / 100) - 1]


def _within(what: str, took: float, limit: float) -> Line:
    return Line(what, "≤ 1", took / limit, (1 / took, 1 / limit))
