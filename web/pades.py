"""The electronic seal of a cooperative on its PDFs: PAdES (ETSI EN 319 142-1), written by pyHanko.

Nothing here says that the certificate is a qualified one: that is between the cooperative and whoever issued it
(eIDAS art. 35 to 38).
"""

import asyncio
import os
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps.api import TimeStamper

from web.stamping import Authority, NotStamped, Reply

FIELD = "Cachet"
_UNSEEN = InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)  # PDF/A wants the one, PDF/UA the other


@dataclass(frozen=True)
class Certificate:
    """A PKCS#12 (RFC 7292), its key and its chain; and the words that open it. ValueError: they do not."""

    bag: bytes
    secret: bytes

    def __post_init__(self) -> None:
        _ = self.name

    @property
    def name(self) -> str:
        """In whose name it is."""
        subject = self._signer().signing_cert.subject
        return str(subject.native.get("common_name") or subject.human_friendly)

    def _signer(self) -> Any:
        found = signers.SimpleSigner.load_pkcs12_data(self.bag, [], self.secret)
        if found is None:
            raise ValueError("no certificate that these words open")
        return found

    def seal(self, pdf: bytes) -> bytes:
        """The same bytes, then the seal: B-T where an authority dates it, B-B where there is none or it is silent."""
        if authority := Authority.of(os.environ):
            try:
                return self._sealed(pdf, _Stamper(authority))
            except NotStamped:
                pass
        return self._sealed(pdf, None)

    def _sealed(self, pdf: bytes, stamper: TimeStamper | None) -> bytes:
        asked = signers.PdfSignatureMetadata(FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        field = SigFieldSpec(FIELD, on_page=0, invis_sig_settings=_UNSEEN)
        pen = signers.PdfSigner(asked, self._signer(), timestamper=stamper, new_field_spec=field)
        return bytes(pen.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue())


class _Stamper(TimeStamper):
    """Dates a signature as `authority` dates everything else."""

    def __init__(self, authority: Authority) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._authority = authority

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        token = await asyncio.to_thread(self._authority.stamp, message_digest)
        return Reply.load(token.reply)["time_stamp_token"]
