"""Ed25519 with the standard library: the vectors of RFC 8032 §7.1, and what another implementation signs."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from web.ed25519 import signed

# (public key, message, signature), RFC 8032 §7.1, tests 1, 2 and 3
PUBLISHED = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC, MESSAGE = KEY.public_key().public_bytes_raw(), b"palabre/0\n1\nroot\n"
SIGNATURE = KEY.sign(MESSAGE)


@pytest.mark.parametrize(("public", "message", "signature"), PUBLISHED)
def test_the_published_signatures_are_good(public, message, signature):
    assert signed(bytes.fromhex(public), bytes.fromhex(signature), bytes.fromhex(message))
    assert not signed(bytes.fromhex(public), bytes.fromhex(signature), bytes.fromhex(message) + b"!")


@settings(max_examples=30, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_what_another_program_signs_is_good(secret, message):
    key = Ed25519PrivateKey.from_private_bytes(secret)

    assert signed(key.public_key().public_bytes_raw(), key.sign(message), message)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 64 + 32 + len(MESSAGE) - 1), st.integers(0, 7))
def test_no_bit_can_change(at, bit):
    whole = bytearray(SIGNATURE + PUBLIC + MESSAGE)
    whole[at] ^= 1 << bit

    assert not signed(bytes(whole[64:96]), bytes(whole[:64]), bytes(whole[96:]))


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        SIGNATURE[:63],
        SIGNATURE[:32]
        + (int.from_bytes(SIGNATURE[32:], "little") + 2**252 + 27742317777372353535851937790883648493).to_bytes(
            32, "little"
        ),
        b"\xff" * 64,
    ],
)
def test_what_is_no_signature_is_refused(signature):
    assert not signed(PUBLIC, signature, MESSAGE)
    assert not signed(b"\xff" * 32, SIGNATURE, MESSAGE)
