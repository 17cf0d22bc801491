"""What a signed file tells, and never more: the very minutes or others, signatures that hold or do not."""

import pytest

from governance.assembly.minutes_facts import Signing
from governance.command import Refused
from tests.documents.samples import AT, MINUTES
from tests.documents.signing import SIGNER, apart, rewritten, signed
from web.documents import document
from web.minutes.copies import look

drawn = document("proces-verbal", MINUTES, AT)
once = signed(drawn)


@pytest.mark.parametrize(
    ("back", "signing", "signers"),
    [
        (once, Signing.SIGNED, 1),
        (signed(once, "Signature2"), Signing.SIGNED, 2),
        (signed(drawn, box=(400, 40, 560, 90)), Signing.SIGNED, 1),
        (signed(rewritten(drawn)), Signing.ALTERED, 1),  # the same bytes first, and other words shown
        (rewritten(once), Signing.ALTERED, 1),
        (once + b"\n% more", Signing.ALTERED, 1),
        (signed(document("proces-verbal", MINUTES | {"debates": "Rien."}, AT)), Signing.ALTERED, 1),
        (rewritten(drawn), Signing.SCAN, 0),
        (b"\x89PNG\r\n\x1a\n", Signing.SCAN, 0),
    ],
)
def test_a_file_is_the_minutes_with_signatures_or_it_is_said_that_it_is_not(back, signing, signers):
    told = apart(look, back, drawn)

    assert (told.signing, [one.name for one in told.signatures]) == (signing, [SIGNER] * signers)


@pytest.mark.parametrize("place", [len(drawn) // 2, len(drawn) - 10, len(drawn) + 200])
def test_one_byte_that_changed_after_signing_breaks_the_signature(place):
    changed = bytearray(once)
    changed[place] ^= 1

    with pytest.raises(Refused) as refusal:
        apart(look, bytes(changed), drawn)
    assert refusal.value.reason in ("signature-broken", "signature-unreadable")


def test_half_a_file_is_refused():
    with pytest.raises(Refused) as refusal:
        apart(look, once[:300], drawn)
    assert refusal.value.reason == "signature-unreadable"
