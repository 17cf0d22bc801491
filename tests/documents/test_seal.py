"""The seal of a cooperative on a PDF: it is added to the same bytes, which stay PDF/A-3a and PDF/UA-1."""

import pytest

from tests.documents.papers import DOSSIER
from tests.documents.reading import Paper
from tests.documents.samples import AT
from tests.documents.signing import SECRET, SIGNER, apart, bag, certificate
from web.documents import document
from web.keys import Keys
from web.trouble import HouseError


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return document("dossier", dict(DOSSIER), AT, {"chiffres.csv": b"nom;valeur\n"})


@pytest.fixture(scope="module")
def sealed(drawn) -> bytes:
    return apart(certificate().seal, drawn)


def test_the_seal_comes_after_the_same_bytes(drawn, sealed):
    assert sealed.startswith(drawn)
    assert Paper(sealed).attached("chiffres.csv") == b"nom;valeur\n"


def test_a_sealed_document_stays_what_it_declares(sealed):
    paper = Paper(sealed)
    told, listed = paper.file.open_metadata(), paper.file.docinfo
    [seal] = paper.file.pages[0].Annots

    assert paper.declared == ("3", "A", "1")
    assert told["pdf:Producer"] == str(listed["/Producer"])  # ISO 19005-3 §6.6.3: the two say the same
    assert told["xmp:ModifyDate"][:10].replace("-", "") == str(listed["/ModDate"])[2:10]
    assert int(seal.F) & 0b100110 == 0b100  # §6.3.2: printed, neither hidden nor unseen
    assert seal.Rect[0] == seal.Rect[2] < 0  # ISO 14289-1 §7.18.1: outside the page
    assert seal.V.SubFilter == "/ETSI.CAdES.detached"


@pytest.fixture
def keys(tmp_path) -> Keys:
    keys = Keys(tmp_path)
    for name, content in (("coop.p12", bag()), ("coop.p12.secret", SECRET + b"\n")):
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    return keys


def test_an_installation_keeps_a_certificate_beside_its_other_keys(keys):
    assert keys.certificate("coop").name == SIGNER
    assert keys.certificate("autre") is None


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda keys: (keys.folder / "coop.p12.secret").write_bytes(b"autre"), "n’ouvre pas le certificat"),
        (lambda keys: (keys.folder / "coop.p12").write_bytes(b"autre"), "n’ouvre pas le certificat"),
        (lambda keys: (keys.folder / "coop.p12.secret").chmod(0o644), "D’autres comptes peuvent lire"),
        (lambda keys: (keys.folder / "coop.p12").chmod(0o640), "D’autres comptes peuvent lire"),
        (lambda keys: (keys.folder / "coop.p12.secret").unlink(), "coop.p12.secret"),
    ],
)
def test_a_certificate_that_cannot_be_used_is_said_and_nothing_is_left_unsealed_in_silence(keys, spoil, why):
    spoil(keys)

    with pytest.raises(HouseError, match=why):
        keys.certificate("coop")
