"""Signing a PDF as a provider does, with a certificate made here; and cheating on what is signed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TypeVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec

from web.pades import Certificate

T = TypeVar("T")
SIGNER = "Iris Présidente"
SECRET = b"secret"


@cache
def bag() -> bytes:
    """A key and its certificate, as PKCS#12."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2046, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    secret = serialization.BestAvailableEncryption(SECRET)
    return pkcs12.serialize_key_and_certificates(b"signer", key, certificate, None, secret)


def certificate() -> Certificate:
    """As an installation keeps it."""
    return Certificate(bag(), SECRET)


def apart(call: Callable[..., T], *given: object) -> T:
    """In a thread of its own, as a page does: a browser of the same run may hold the event loop of this one."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(call, *given).result()


def signed(pdf: bytes, field: str = "Signature1", box: tuple[int, int, int, int] | None = None) -> bytes:
    """With a signature more; `box`: where it shows on the first page, in points."""
    spec = SigFieldSpec(field, on_page=0, box=box)
    signer = signers.SimpleSigner.load_pkcs12_data(bag(), [], SECRET)
    asked = signers.PdfSignatureMetadata(field_name=field)
    signer = signers.PdfSigner(asked, signer, new_field_spec=spec)
    written = apart(signer.sign_pdf, IncrementalPdfFileWriter(BytesIO(pdf)))
    return bytes(written.getvalue())


def rewritten(pdf: bytes) -> bytes:
    """The same bytes first, then other words on its first page."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page[generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
