"""RFC 3161: an authority outside says when a digest existed. It is believed where its own root says so."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from asn1crypto import cms, pem, tsp, x509
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from web.asking import ask
from web.i18n import gettext as _

QUERY = "application/timestamp-query"


class NotStamped(Exception):
    """No token, or none that is worth anything: why, in a sentence."""


class Reply(tsp.TimeStampResp):  # type: ignore[misc]  # the library has no types
    """RFC 3161 §2.4.2, where a refusal bears no token."""

    _fields: ClassVar = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


class Token(NamedTuple):
    """A reply (RFC 3161 §2.4.2) as it came, which `openssl ts` reads; when, and by the name in whose certificate."""

    reply: bytes
    at: datetime
    by: str


@dataclass(frozen=True)
class Authority:
    """Where it answers; the certificates that lead to it (PEM), its root among them. `qualified`: as the host who
    chose it says, the time stamps are those of eIDAS art. 42."""

    address: str
    chain: bytes
    qualified: bool = False

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Authority | None":
        """PALABRE_TSA, PALABRE_TSA_CHAIN and PALABRE_TSA_QUALIFIED. ValueError: they do not go together."""
        address, file = environ.get("PALABRE_TSA", ""), environ.get("PALABRE_TSA_CHAIN", "")
        if not address and not file:
            return None
        if not address.startswith(("http://", "https://")) or not file:
            raise ValueError("an authority is an address and its certificates")
        chain = Path(file).read_bytes()
        _certificates(chain)
        return cls(address, chain, environ.get("PALABRE_TSA_QUALIFIED", "") == "yes")

    def stamp(self, digest: bytes) -> Token:
        """Of a SHA-256. Raises NotStamped."""
        number, asked = TimeStamper().request_cms(digest, "sha256")  # type: ignore[no-untyped-call]
        try:
            answer = ask(self.address, asked.dump(), QUERY, public=False)
        except OSError as error:
            raise NotStamped(_("l’autorité ne répond pas")) from error
        if answer.status != 200:
            raise NotStamped(_("l’autorité répond %(status)s", status=answer.status))
        try:
            return self._believed(answer.body, digest, number)
        except (ValueError, TypeError, KeyError, AttributeError) as error:  # whatever it may have sent
            raise NotStamped(_("la réponse est illisible")) from error

    def _believed(self, reply: bytes, digest: bytes, number: int) -> Token:
        read = Reply.load(reply, strict=True)
        if read["status"]["status"].native not in ("granted", "granted_with_mods"):
            raise NotStamped(_("l’autorité refuse"))
        signed = read["time_stamp_token"]["content"]
        told = signed["encap_content_info"]["content"].parsed
        if told["nonce"].native != number:
            raise NotStamped(_("la réponse est celle d’une autre demande"))
        found = _checked(signed, self.chain, digest)
        if not found["intact"] or not found["valid"]:
            raise NotStamped(_("le jeton ne vaut pas pour cette empreinte"))
        if found["trust_problem_indic"]:
            raise NotStamped(_("le jeton n’est pas signé par l’autorité choisie"))
        return Token(reply, told["gen_time"].native, str(found["signing_cert"].subject.native["common_name"]))


def _checked(signed: Any, chain: bytes, digest: bytes) -> Mapping[str, Any]:
    certificates = _certificates(chain)
    roots = [one for one in certificates if one.self_issued]
    known = ValidationContext(trust_roots=roots, other_certs=certificates, allow_fetching=False)

    def imprint(algorithm: str) -> bytes:
        return digest if algorithm == "sha256" else b""

    with ThreadPoolExecutor(1) as apart:  # pyHanko wants a loop of its own, wherever it is asked
        found: Mapping[str, Any] = apart.submit(asyncio.run, validate_tst_signed_data(signed, known, imprint)).result()
    return found


def _certificates(chain: bytes) -> list[x509.Certificate]:
    found = [x509.Certificate.load(one) for _, _, one in pem.unarmor(chain, multiple=True)]
    if not any(one.self_issued for one in found):
        raise ValueError("no root among these certificates")
    return found
