"""A head that is signed: C2SP's signed note and its checkpoint, the text that Go's `sumdb/note` reads.

The key is Ed25519 (RFC 8032) and lies outside the database: whoever can write in the database cannot sign.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"  # C2SP signed-note: the algorithm, in what names a key
_COSIGNED = b"\x04"  # C2SP tlog-cosignature: Ed25519 with the witness's time
_SIGNED = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")


class NotSigned(Exception):
    """This text does not bear a signature that this key made, or is no signed head."""


@dataclass(frozen=True)
class Checkpoint:
    """`origin` names the log; `root` is RFC 6962's over the first `size` entries, 32 bytes."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """C2SP tlog-checkpoint: three lines, the last one ended too."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @classmethod
    def read(cls, text: str) -> "Checkpoint":
        """Raises NotSigned."""
        try:
            origin, size, root, *_extensions = text.split("\n")
            said = cls(origin, int(size), base64.b64decode(root, validate=True))
        except (ValueError, binascii.Error):
            raise NotSigned("not a checkpoint") from None
        if not (said.origin and str(said.size) == size and said.size >= 0 and len(said.root) == 32):
            raise NotSigned("not a checkpoint")
        return said


@dataclass(frozen=True)
class Seal:
    """Whose signature it is (no space, no +), and the 32 bytes of the public key."""

    name: str
    public: bytes
    algorithm: bytes = _ED25519

    @property
    def number(self) -> bytes:
        """The four bytes that stand before each signature of this key."""
        return sha256(f"{self.name}\n".encode() + self.algorithm + self.public).digest()[:4]

    def __str__(self) -> str:
        """As Go's `note.NewVerifier` takes it."""
        return f"{self.name}+{self.number.hex()}+{base64.b64encode(self.algorithm + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> "Seal":
        """Raises NotSigned for what does not name a key."""
        try:
            name, number, encoded = text.strip().split("+", 2)
            raw = base64.b64decode(encoded, validate=True)
        except (ValueError, binascii.Error):
            raise NotSigned("not a verifier's key") from None
        said = cls(name, raw[1:], raw[:1])
        if said.number.hex() != number or len(said.public) != 32 or said.algorithm not in (_ED25519, _COSIGNED):
            raise NotSigned("not a verifier's key")
        return said

    def text(self, note: str) -> str:
        """What this note says, if this key signed it. Raises NotSigned."""
        said, blank, signatures = note.rpartition("\n\n")
        said += "\n" if blank else ""
        for line in signatures.splitlines():
            if (signed := _SIGNED.fullmatch(line)) and signed[1] == self.name:
                raw = base64.b64decode(signed[2])
                if raw[:4] == self.number:
                    _verify(self.public, raw[4:], said.encode())
                    return said
        raise NotSigned("no signature of this key")

    def open(self, note: str) -> Checkpoint:
        """The head that this note says. Raises NotSigned."""
        return Checkpoint.read(self.text(note))


class Signer:
    """Signs under a name. `key`: the 32 bytes of RFC 8032."""

    def __init__(self, name: str, key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        self.seal = Seal(name, self._key.public_key().public_bytes_raw())

    def sign(self, head: Checkpoint) -> str:
        """The signed note."""
        signature = self.seal.number + self._key.sign(head.text.encode())
        return f"{head.text}\n— {self.seal.name} {base64.b64encode(signature).decode()}\n"


def _verify(public: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except InvalidSignature:
        raise NotSigned("altered, or signed by another key") from None
