"""A head that is signed, by who keeps the record and by who watches it: C2SP's signed note, its checkpoint and its
cosignature, the text that Go's `sumdb/note` reads.

The key is Ed25519 (RFC 8032) and lies outside the database: whoever can write in the database cannot sign.
"""

import base64
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LARGEST = 2**63 - 1  # entries
LATEST = 253_402_300_799  # seconds, as POSIX counts them: the end of the year 9999
_ED25519, _COSIGNATURE = b"\x01", b"\x04"  # C2SP signed-note: the algorithm, in what names a key


class NotAHead(Exception):
    """This is no signed checkpoint."""


class NotAKey(Exception):
    """This names nobody who signs."""


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
    def read(cls, note: str) -> "Checkpoint":
        """What a signed note says, whoever signed it. Raises NotAHead."""
        try:
            origin, size, root = note.partition("\n\n")[0].split("\n")
            said = cls(origin, int(size), base64.b64decode(root, validate=True))
        except ValueError:
            raise NotAHead from None
        whole = said.origin and 0 <= said.size <= LARGEST and len(said.root) == 32
        if not whole or said.text != f"{origin}\n{size}\n{root}\n":
            raise NotAHead
        return said


class Signer:
    """Signs under a name (no space, no +). `key`: the 32 bytes of RFC 8032."""

    _algorithm = _ED25519

    def __init__(self, name: str, key: bytes) -> None:
        self._name = name
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        self._public = self._algorithm + self._key.public_key().public_bytes_raw()
        self._number = _number(name, self._public)

    @property
    def key(self) -> str:
        """Whose signature it is, as Go's `note.NewVerifier` takes it."""
        return f"{self._name}+{self._number.hex()}+{base64.b64encode(self._public).decode()}"

    def sign(self, head: Checkpoint) -> str:
        """The signed note."""
        return f"{head.text}\n{self._line(self._key.sign(head.text.encode()))}"

    def _line(self, signature: bytes) -> str:
        return f"— {self._name} {base64.b64encode(self._number + signature).decode()}\n"


class Cosigner(Signer):
    """Signs the heads of others, which it saw continue one another (C2SP tlog-cosignature)."""

    _algorithm = _COSIGNATURE

    def cosign(self, head: Checkpoint, at: int) -> str:
        """The line to add under the note. `at`: in seconds, as POSIX counts them."""
        return self._line(at.to_bytes(8) + self._key.sign(_cosigned(at, head.text)))


class Verifier:
    """Whoever signs, by the key that was told: `name+number+base64`. Raises NotAKey."""

    def __init__(self, key: str) -> None:
        try:
            self.name, number, encoded = key.strip().split("+", 2)
            public = base64.b64decode(encoded, validate=True)
            self._number = bytes.fromhex(number)
            self.cosigns = public[:1] == _COSIGNATURE
            self._key = Ed25519PublicKey.from_public_bytes(public[1:])
        except ValueError:
            raise NotAKey from None
        if public[:1] not in (_ED25519, _COSIGNATURE) or self._number != _number(self.name, public):
            raise NotAKey

    def line(self, note: str) -> str | None:
        """The line of this key under a note, with its end; None if it did not sign. Raises NotAHead where its
        signature is not one.
        """
        text, _, lines = note.rpartition("\n\n")
        for line in lines.split("\n"):
            if line.startswith(f"— {self.name} ") and (signature := self._raw(line)) is not None:
                self._check(signature, text + "\n")
                return line + "\n"
        return None

    def at(self, line: str) -> int:
        """When a cosignature was given, in seconds, as POSIX counts them."""
        return int.from_bytes((self._raw(line) or b"")[:8])

    def _raw(self, line: str) -> bytes | None:
        try:
            _dash, _name, encoded = line.rstrip("\n").split(" ")
            raw = base64.b64decode(encoded, validate=True)
        except ValueError:
            return None
        return raw[4:] if raw[:4] == self._number else None

    def _check(self, signature: bytes, text: str) -> None:
        at, said = int.from_bytes(signature[:8]), text.encode()
        if self.cosigns:
            signature, said = signature[8:], _cosigned(at, text)
            if at > LATEST:
                raise NotAHead
        try:
            self._key.verify(signature, said)
        except InvalidSignature:
            raise NotAHead from None


def _cosigned(at: int, text: str) -> bytes:
    """C2SP tlog-cosignature, « Ed25519 signed message »."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def _number(name: str, public: bytes) -> bytes:
    return sha256(f"{name}\n".encode() + public).digest()[:4]
