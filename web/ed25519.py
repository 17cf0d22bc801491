"""Whether a signature is Ed25519's (RFC 8032 §5.1), and stands under a note: with the standard library alone, for a
stranger has nothing else.

It only checks. What it reads is public: its time may tell what it likes.
"""

from __future__ import annotations

import base64
import hashlib

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)

_Point = tuple[int, int, int, int]  # extended homogeneous coordinates, RFC 8032 §5.1.4


def sealed_by(key: str, line: str, text: str) -> bool:
    """Whether a line under a note is this key's signature of its text (C2SP signed-note)."""
    name, number, encoded = key.strip().split("+", 2)
    dash, signer, signature = line.split(" ")
    public, raw = base64.b64decode(encoded), base64.b64decode(signature)
    known = hashlib.sha256(f"{name}\n".encode() + public).digest()[:4]
    named = (dash, signer, number, raw[:4], public[:1]) == ("—", name, known.hex(), known, b"\1")
    return named and signed(public[1:], raw[4:], text.encode())


def signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """RFC 8032 §5.1.7. `public`: 32 bytes; `signature`: 64."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment = _point(public), _point(signature[:32])
    answer = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or answer >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    return _same(_times(answer, _base()), _sum(commitment, _times(challenge, key)))


def _base() -> _Point:
    found = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little"))
    assert found is not None
    return found


def _point(encoded: bytes) -> _Point | None:
    """RFC 8032 §5.1.3: y, and the sign of x in the last bit."""
    number = int.from_bytes(encoded, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if (x * x - square) % _P or (x == 0 and odd):
        return None
    x = _P - x if x % 2 != odd else x
    return x, y, 1, x * y % _P


def _sum(one: _Point, other: _Point) -> _Point:
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % _P, (one[1] + one[0]) * (other[1] + other[0]) % _P
    c, d = 2 * one[3] * other[3] * _D % _P, 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(number: int, point: _Point) -> _Point:
    total: _Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _sum(total, point)
        point, number = _sum(point, point), number >> 1
    return total


def _same(one: _Point, other: _Point) -> bool:
    crossed = (one[0] * other[2] - other[0] * one[2]) % _P, (one[1] * other[2] - other[1] * one[2]) % _P
    return crossed == (0, 0)
