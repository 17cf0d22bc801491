"""The signatures of a PDF (ISO 32000-2 §12.8), read by pyHanko.

Nothing here says that a certificate is to be trusted, nor that a signature is an advanced one (eIDAS art. 26): this is
for whoever knows the one who issued it.
"""

import logging
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from governance.assembly.minutes_facts import Signing
from governance.command import Refused
from web.minutes.signatures import Signature, Signed

ADDED = {"/AcroForm", "/Annots", "/Perms", "/DSS", "/Extensions", "/Version", "/Producer", "/ModDate", "/Metadata"}
"""What signing may change in an object that was there: never what a page shows."""

logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)  # it tells of every certificate that
logging.getLogger("pyhanko.sign.validation").setLevel(logging.CRITICAL)  # it does not know, with the signer's name


def look(content: bytes, edition: bytes) -> Signed:
    """What a PDF given back tells of `edition`."""
    try:
        return _looked(content, edition)
    except (PdfError, ValueError, KeyError, TypeError, IndexError, RecursionError):  # a file made to hurt, or torn
        raise Refused("signature-unreadable") from None


def _looked(content: bytes, edition: bytes) -> Signed:
    file = PdfFileReader(BytesIO(content), strict=False)
    found = list(file.embedded_signatures)
    if not found:
        return Signed(Signing.SCAN, ())
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    told = [validate_pdf_signature(one, nobody) for one in found]
    if not all(one.intact and one.valid for one in told):
        raise Refused("signature-broken")
    signatures = tuple(Signature(_name(one.signer_cert), one.self_reported_timestamp) for one in found)
    same = content.startswith(edition) and _only_signed(file)
    whole = found[-1].byte_range[-2] + found[-1].byte_range[-1] == len(content)
    return Signed(Signing.SIGNED if same and whole else Signing.ALTERED, signatures)


def _name(certificate: Any) -> str:
    words = certificate.subject.native
    return str(words.get("common_name") or certificate.subject.human_friendly)


def _only_signed(file: Any) -> bool:
    """Whether no object of the edition was replaced by one that shows something else: what comes after its bytes may
    add signatures to them, and could also hide them."""
    first, revisions = file.get_historical_resolver(0), file.xrefs
    known = set(first.explicit_refs_in_revision())
    for number in range(1, revisions.total_revisions):
        for reference in revisions.explicit_refs_in_revision(number):
            if reference in known and not _alike(first.get_object(reference), file.get_object(reference)):
                return False
    return True


def _alike(before: Any, after: Any) -> bool:
    if isinstance(before, StreamObject):
        metadata = before.get("/Type") == "/Metadata" == after.get("/Type")
        return metadata or (isinstance(after, StreamObject) and before.data == after.data)
    if not isinstance(before, DictionaryObject) or not isinstance(after, DictionaryObject):
        return bool(before == after)
    kept = ({*before, *after}) - ADDED
    return all(key in before and key in after and before.raw_get(key) == after.raw_get(key) for key in kept)
