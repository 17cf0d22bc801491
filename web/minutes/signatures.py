"""What is told of a signed file, and of who signed it."""

from datetime import datetime
from typing import NamedTuple

from governance.assembly.minutes_facts import Signing


class Signature(NamedTuple):
    """Who signed, as the certificate says; when, as the signer's machine said."""

    name: str
    at: datetime | None


class Signed(NamedTuple):
    signing: Signing
    signatures: tuple[Signature, ...]
