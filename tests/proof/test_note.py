"""Signed heads: as Go's checksum database reads them, and refused when a letter changed."""

import pytest

from governance.record.note import Checkpoint, NotAHead, Signer
from tests.proof.checking import signed

HEAD = Checkpoint("palabre/0011223344556677", 109_482, bytes(range(32)))
SIGNER = Signer(HEAD.origin, bytes(32))
NOTE = SIGNER.sign(HEAD)

# The example of Go's package golang.org/x/mod/sumdb/note.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SAID = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
BY_PETER = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
SIGNED = f"{SAID}\n— PeterNeumann {BY_PETER}\n"


def test_a_note_that_go_signed_is_read():
    assert signed(SIGNED, PETER)


def test_a_head_signed_is_read_back():
    assert signed(NOTE, SIGNER.key)
    assert Checkpoint.read(NOTE) == HEAD


@pytest.mark.parametrize(
    "altered",
    [
        NOTE.replace("109482", "109483"),
        NOTE.replace("palabre/00", "palabre/01", 1),
        NOTE.replace("AAECAw", "AAECBw"),
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("— ", "- "),
        NOTE.split("\n\n")[0],
        Signer(HEAD.origin, bytes([1] * 32)).sign(HEAD),
        Signer("another", bytes(32)).sign(HEAD),
        "",
    ],
)
def test_a_head_altered_or_signed_by_another_is_refused(altered):
    assert not signed(altered, SIGNER.key)


@pytest.mark.parametrize(
    "text", ["", "a\n", "a\n1\n", "a\n01\nAAAA", f"a\n-1\n{'A' * 43}=", f"\n1\n{'A' * 43}=", "a\nx\ny", "a\n1\né"]
)
def test_what_is_no_head_is_refused(text):
    with pytest.raises(NotAHead):
        Checkpoint.read(text)


@pytest.mark.parametrize("key", ["", "a+b", PETER.replace("c7", "c8"), PETER[:-4], PETER.replace("+ARpc", "+BRpc")])
def test_what_names_no_key_signs_nothing(key):
    assert not signed(SIGNED, key)
