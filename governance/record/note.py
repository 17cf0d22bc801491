"""A head that is signed: C2SP's signed note and its checkpoint, the text that Go's `sumdb/note` reads.

The key is Ed25519 (RFC 8032) and lies outside the database: whoever can write in the database cannot sign.
"""

import base64
from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_ED25519 = b"\x01"  # C2SP signed-note: the algorithm, in what names a key


class NotAHead(Exception):
    """This is no signed checkpoint."""


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
        if not (said.origin and str(said.size) == size and said.size >= 0 and len(said.root) == 32):
            raise NotAHead
        return said


class Signer:
    """Signs under a name (no space, no +). `key`: the 32 bytes of RFC 8032."""

    def __init__(self, name: str, key: bytes) -> None:
        self._name = name
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        self._public = _ED25519 + self._key.public_key().public_bytes_raw()
        self._number = sha256(f"{name}\n".encode() + self._public).digest()[:4]

    @property
    def key(self) -> str:
        """Whose signature it is, as Go's `note.NewVerifier` takes it."""
        return f"{self._name}+{self._number.hex()}+{base64.b64encode(self._public).decode()}"

    def sign(self, head: Checkpoint) -> str:
        """The signed note."""
        signature = self._number + self._key.sign(head.text.encode())
        return f"{head.text}\n— {self._name} {base64.b64encode(signature).decode()}\n"
