"""The date of a head, checked by openssl alone, as LISEZMOI.txt says."""

import re
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from governance.record.note import Checkpoint
from tests.outside.authority import Openssl, open_authority
from tests.outside.debian import alone
from tests.proof.sealed import ORIGIN, SIGNER, contents, walked
from web.dossier import seal_zip
from web.packing import unpacked
from web.stamps import Stamp
from web.verify import Dossier

EARLIER = walked().earlier[1]  # the head of five entries, printed before
NOTE = SIGNER.sign(Checkpoint(ORIGIN, EARLIER.size, bytes.fromhex(EARLIER.root)))
OTHER = SIGNER.sign(Checkpoint(ORIGIN, EARLIER.size, bytes(32)))

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stamp]:
    """The stamp of that head, and that of another."""
    openssl = Openssl(tmp_path_factory.mktemp("tsa") / "one")
    with open_authority(openssl) as authority:
        return {note: stamp(authority.stamp(sha256(note.encode()).digest()), openssl, note) for note in (NOTE, OTHER)}


def stamp(token, openssl: Openssl, note: str) -> Stamp:
    return Stamp(EARLIER.size, 5, note, token.reply, openssl.chain.decode(), token.by, datetime.now(UTC), False)


def said(folder: Path, files: dict[str, bytes]) -> tuple[int, str]:
    """What its own instructions answer, in a shell of its own."""
    [command] = re.findall(r"openssl ts -verify.*?autorite.pem", files["LISEZMOI.txt"].decode(), re.DOTALL)
    for name in ("tete-horodatee.note", "tete.tsr", "autorite.pem"):
        (folder / name).write_bytes(files[name])
    done = alone("sh", "-c", command, cwd=folder)
    return done.returncode, done.stdout + done.stderr


def test_openssl_finds_the_date_good_and_so_does_the_verifier(dated, tmp_path):
    sealed = seal_zip(contents(stamp=dated[NOTE]))

    assert list(Dossier(sealed).faults()) == []
    code, told = said(tmp_path, unpacked(sealed))
    assert (code, "Verification: OK" in told) == (0, True)


def test_a_head_that_was_not_dated_and_a_date_of_another_are_refused(dated, tmp_path):
    for name, change in {
        "another head": {"tete-horodatee.note": OTHER.encode()},
        "another token": {"tete.tsr": dated[OTHER].token},
        "a byte of the token": {"tete.tsr": dated[NOTE].token[:-1] + bytes([dated[NOTE].token[-1] ^ 1])},
        "another authority": {"autorite.pem": Openssl(tmp_path / "other").chain},
    }.items():
        code, _ = said(tmp_path, {**unpacked(seal_zip(contents(stamp=dated[NOTE]))), **change})
        assert code != 0, name


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"note": OTHER}, "tete.tsr n’est pas l’horodatage de tete-horodatee.note"),
        ({"note": OTHER, "token": OTHER}, "tete-horodatee.note ne signe pas une tête du manifeste"),
        ({"note": NOTE.replace("\n5\n", "\n6\n")}, "tete-horodatee.note n’est pas signée par la clé"),
    ],
)
def test_the_verifier_names_what_does_not_go_together(dated, changed, names):
    if changed.get("token"):
        changed = {**changed, "token": dated[OTHER].token}
    faults = Dossier(seal_zip(contents(stamp=dated[NOTE]._replace(**changed)))).faults()

    assert names in "\n".join(map(str, faults))
