"""The dossiers of the demonstration, given to somebody who has Debian and nothing of ours: French Impact and PTCE."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.conftest import fresh_cooperative
from tests.documents.signing import certificate
from tests.office import open_office
from tests.outside.authority import Openssl, open_authority
from tests.outside.test_lisezmoi import commands, laid, run
from tests.site import Site, open_site
from web.commands.demo import FOLDER
from web.house import House
from web.importing import carry_out, read_beside
from web.stamps import Stamps
from web.worker import seal as sign

pytestmark = pytest.mark.outside

SHOWN = {"hautes-alpes": "french-impact", "pole-economie-solidaire": "ptce"}
ASKED = {"purpose": "Représentante légale", "ground": "duty", "basis": "décret 2015-431, art. 4", "fields": "name"}


@pytest.fixture(params=SHOWN)
def loaded(request: pytest.FixtureRequest, house: House, tmp_path: Path) -> Iterator[tuple[Site, str]]:
    """A cooperative of the demonstration; its record signed, its head dated by an authority, its certificate kept."""
    slug: str = request.param
    with fresh_cooperative(house) as database, open_site(database, slug, opened=False) as site:
        assert not carry_out(read_beside(FOLDER / f"{slug}.yaml"), site.office.record).refused
        site.office.wait(site.head)
        site.office.certificate = certificate
        gather(site, SHOWN[slug])
        with open_authority(Openssl(tmp_path / "tsa")) as authority, open_office(database, "worker") as worker:
            sign(worker, house, site.slug)
            Stamps(worker, authority).turn(Event())
        yield site, SHOWN[slug]


def gather(site: Site, label: str) -> None:
    """As its secretary does, who names herself in the dossier and attaches a document."""
    browser, here = site.browser("sec"), site.at(f"/dossiers/labels/{label}")
    browser.post(site.at("/dossiers/labels"), data={"gesture": "a" * 32, "label": label, "on": "2026-10-20"})
    browser.post(f"{here}/personnes", data={"gesture": "b" * 32, "person": "sec", **ASKED})
    told = {"gesture": "c" * 32, "evidence": "EV09", "title": "Carte du territoire", "on": "2018-10"}
    browser.post(f"{here}/pieces", data=told, files={"file": ("carte.pdf", b"%PDF-1.7 la carte")})


def sealed(site: Site, label: str) -> bytes:
    browser = site.browser("sec")
    there = site.at(f"/dossiers/labels/{label}/scellement")
    [seen] = re.findall(r'name="seen" value="([0-9a-f]+)"', browser.get(there).text)
    page = browser.post(there, data={"gesture": "d" * 32, "seen": seen})
    assert page.status_code == 200, page.text
    return browser.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content


def test_a_dossier_of_the_demonstration_is_verified_far_from_palabre(loaded, tmp_path: Path):
    site, label = loaded
    files = laid(tmp_path, sealed(site, label))

    answers = {}
    for command in commands(files):
        done = run(tmp_path, command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        [*_, program] = re.match(r"((?:\w+=\S+ )*)(\S+)", command.strip()).groups()
        answers.setdefault(program, done.stdout + done.stderr)

    assert answers.keys() >= {"sha256sum", "python3", "go", "pdfsig", "sqlite3", "openssl"}
    assert "INTACT" in answers["python3"]
    assert "INTACT" in answers["go"]
    assert "Signature is Valid" in answers["pdfsig"]
    assert "Verification: OK" in answers["openssl"]
    assert sum(name.startswith("personnes/") for name in files) == 1
    recounted = [line.split(";") for line in answers["sqlite3"].split()]
    cited = {name: (value, many) for name, value, kind, many in recounted if kind in COUNTED.get(name, ())}
    assert cited
    assert all(value == many for value, many in cited.values()), cited


COUNTED = {  # figures of which every fact counts for one
    "assemblies_held": ("SessionOpened",),
    "votes_counted": ("VoteCounted",),
    "needs": ("NeedStated",),
    "milestones_reached": ("MilestoneReached",),
    "organisations": ("OrganisationRegistered",),
}
