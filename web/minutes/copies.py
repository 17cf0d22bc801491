"""What a signed file tells: whether it is the very minutes that were drawn up, and who signed, soundly or not."""

from governance.assembly.minutes_facts import Signing
from web.minutes.signatures import Signed


def look(content: bytes, edition: bytes) -> Signed:
    """What a file given back tells of `edition`, the PDF that was drawn up. Refused if a signature in it is broken."""
    if not content.startswith(b"%PDF-"):
        return Signed(Signing.SCAN, ())
    from web.minutes import signed_pdf  # pyHanko loads as long as a fifth of our pages: here alone

    return signed_pdf.look(content, edition)
