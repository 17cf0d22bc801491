"""The logos of the funders: kept with their words, at the end of every paper, in the text to edit too."""

import io
import struct
import zlib
from base64 import b64encode
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from governance.statutes.facts import LogoKept, LogoRemoved
from governance.words import Office
from tests.coop import adopted, scic
from tests.documents.reading import Paper
from tests.documents.samples import COOPERATIVE
from tests.rules.network.test_reports import met
from tests.site import Site
from web.documents import document
from web.edge.picture import extent
from web.logos import WIDEST

WORDS = "Union européenne – FEADER"


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int) -> bytes:
    """A blue flag."""
    lines = b"".join(b"\0" + b"\0\x33\x99" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def test_every_paper_ends_with_the_logos_of_the_funders(site: Site):
    site.given(adopted(scic()), met)
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    there, flag = site.at("/statuts/logos"), png(60, 40)
    typed = {"words": WORDS, "gesture": "a" * 32}

    wrong = secretary.post(there, data=typed, files={"file": ("drapeau.png", b"<svg/>")})
    wide = secretary.post(there, data=typed, files={"file": ("large.png", png(WIDEST + 1, 1))})
    for _ in range(2):
        shown = secretary.post(there, data=typed, files={"file": ("drapeau.png", flag)})
    [kept] = [fact for fact in site.facts if isinstance(fact, LogoKept)]
    members = Paper(secretary.get(site.at("/membres.pdf")).content)
    text = ZipFile(io.BytesIO(secretary.get(site.at("/reseau/reunions/m/compte-rendu.odt")).content))
    seen = secretary.get(f"{there}/{kept.digest}")
    secretary.post(f"{there}/{kept.digest}/retrait", data={"gesture": "b" * 32})
    without = Paper(secretary.get(site.at("/membres.pdf")).content)

    for page in (wrong, wide):
        assert page.status_code == 409
        assert "ne peut pas être imprimé" in page.text
        assert WORDS in page.text
    assert f'alt="{WORDS}"' in shown.text
    assert WORDS in members.alternatives
    assert members.declared == ("3", "A", "1")
    assert text.read("Pictures/0") == seen.content == flag
    assert 'svg:width="2.10cm"' in text.read("content.xml").decode()
    assert 'full-path="Pictures/0" manifest:media-type="image/png"' in text.read("META-INF/manifest.xml").decode()
    assert WORDS not in without.alternatives
    assert len([fact for fact in site.facts if isinstance(fact, LogoRemoved)]) == 1


def test_the_same_logo_gives_the_same_bytes():
    logo = {"media_type": "image/png", "words": WORDS, "picture": b64encode(png(6, 4)).decode()}
    said = {"cooperative": COOPERATIVE | {"logos": [logo]}, "title": "Membres", "said": "", "at": "2026-03-02T12:00"}
    listed = {**said, "columns": [], "rows": []}
    at = datetime(2026, 3, 2, tzinfo=UTC)

    assert document("liste", listed, at) == document("liste", listed, at)


@pytest.mark.parametrize(
    ("content", "sides"),
    [
        (png(60, 40), (60, 40)),
        (bytes.fromhex("ffd8ffe000040000ffc2001108002800c803"), (200, 40)),
        (bytes.fromhex("ffd8ffe000040000ffc200"), None),
        (b"GIF89a", None),
    ],
)
def test_the_sides_of_a_picture(content, sides):
    assert extent(content) == sides
