"""Pieces of evidence at the counter: attached, given back, known by their bytes, refused with what was typed."""

import io
import zipfile
from html import unescape

import pytest

from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Medium
from governance.words import Day
from tests.pages.evidence import LABEL, MAP, attach, attached, words
from tests.site import Site
from web.edge.media import medium
from web.packing import sha256


def document(kind: str, part: str, *more: str) -> bytes:
    """The least that makes an office document: its declared type, if any, and its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        if kind:
            archive.writestr("mimetype", kind)
        for name in (part, *more):
            archive.writestr(name, "<x/>")
    return packed.getvalue()


def test_a_piece_attached_proves_and_is_given_back(site: Site, pursuing):
    page = attach(site, pursuing)

    [piece] = attached(site)
    assert page.url.path == site.at(LABEL)
    assert (piece.title, piece.size, piece.media_type, piece.on) == (
        "Carte du territoire",
        len(MAP),
        Medium.PDF,
        Day("2018-10"),
    )
    assert "octobre 2018" in words(page)
    answer = pursuing.get(site.at(f"/dossiers/pieces/{piece.piece}"))
    assert answer.content == MAP
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="ev09-carte-du-territoire-')
    assert (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]) == ("application/pdf", "nosniff")


def test_a_piece_lies_closed_in_the_database(site: Site, pursuing):
    attach(site, pursuing)

    with site.office.reading() as db:
        [row] = db.execute("select * from public.stored_file").fetchall()
    assert b"communes" not in row["closed"]
    assert sha256(MAP) != row["digest"] == attached(site)[0].digest


def test_the_same_file_twice_is_one_piece(site: Site, pursuing):
    attach(site, pursuing)
    page = attach(site, pursuing, gesture="b" * 32, title="La même carte")

    assert page.url.path == site.at(LABEL)
    assert [piece.title for piece in attached(site)] == ["Carte du territoire"]


def test_a_form_sent_twice_is_one_piece(site: Site, pursuing):
    first, again = attach(site, pursuing), attach(site, pursuing)

    assert first.url == again.url
    assert len(attached(site)) == 1


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (MAP, "carte.exe", Medium.PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a.png", Medium.PNG),
        (b"\xff\xd8\xff\xe0" + bytes(9), "a.jpg", Medium.JPEG),
        ("Délibération\n".encode(), "a.txt", Medium.TEXT),
        ("\ufeffcommune;habitants\nGap;40000\n".encode(), "a.CSV", Medium.CSV),
        (document("application/vnd.oasis.opendocument.text", "content.xml"), "a.odt", Medium.ODT),
        (document("application/vnd.oasis.opendocument.spreadsheet", "content.xml"), "a.ods", Medium.ODS),
        (document("", "word/document.xml"), "a.docx", Medium.DOCX),
        (document("", "xl/workbook.xml"), "a.xlsx", Medium.XLSX),
        (document("", "word/document.xml", "word/vbaProject.bin"), "a.docx", None),
        (document("application/vnd.oasis.opendocument.text", "content.xml", "Basic/x.xml"), "a.odt", None),
        (document("application/vnd.oasis.opendocument.text-template", "content.xml"), "a.odt", None),
        (document("", "autre.txt"), "a.docx", None),
        (b"PK\x03\x04 tronque", "a.docx", None),
        (b"MZ\x90\x00", "a.pdf", None),
        (b"<!doctype html><script>1</script>", "a.txt", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", None),
        ("caf\xe9".encode("latin-1"), "a.txt", None),
        (b"texte\x00binaire", "a.txt", None),
    ],
)
def test_a_file_is_known_by_its_bytes(content, name, found):
    assert medium(content, name) is found


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<html>", b"PK\x03\x04 tronque"])
def test_a_wrong_type_is_refused_and_what_was_typed_is_kept(site: Site, pursuing, content):
    page = attach(site, pursuing, content)

    assert page.status_code == 409
    assert "n’est pas d’un type que l’on garde" in words(page)
    assert "Carte du territoire" in page.text
    assert attached(site) == []


def test_twenty_mebibytes_go_in(site: Site, pursuing):
    page = attach(site, pursuing, b"%PDF-" + bytes(HEAVIEST - 5))

    assert page.url.path == site.at(LABEL)
    assert attached(site)[0].size == HEAVIEST


def test_one_byte_more_is_refused_and_what_was_typed_is_kept(site: Site, pursuing):
    page = attach(site, pursuing, b"%PDF-" + bytes(HEAVIEST - 4))

    assert page.status_code == 409
    assert "20971521 octets" in words(page)
    for typed in ("Carte du territoire", "10/2018", "L’original est en mairie"):
        assert typed in unescape(page.text)
    assert attached(site) == []
    with site.office.reading() as db:
        assert db.execute("select from public.stored_file").fetchall() == []


def test_an_empty_file_is_refused(site: Site, pursuing):
    assert "il en faut au moins 1" in words(attach(site, pursuing, b""))


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({"evidence": "EV99"}, 409, "ne demande pas le justificatif EV99"),
        ({"on": "31/02/2018"}, 422, "n’existe pas dans le calendrier"),
        ({"on": "2099"}, 409, "pas encore venu"),
        ({"title": ""}, 422, "Ce champ est obligatoire."),
    ],
)
def test_what_cannot_be_attached_is_said(site: Site, pursuing, changed, status, said):
    page = attach(site, pursuing, **changed)

    assert page.status_code == status
    assert said in words(page)
    assert attached(site) == []


def test_markup_in_a_title_is_shown_and_not_obeyed(site: Site, pursuing):
    page = attach(site, pursuing, title='<b>"Carte"</b> 🗺 خريطة')

    assert "&lt;b&gt;" in page.text
    assert '<b>"Carte"' not in page.text
