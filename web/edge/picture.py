"""How large a picture is, from the first bytes of its file."""

from struct import unpack_from

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG that begin a frame (ITU-T T.81, table B.1)."""


def extent(content: bytes) -> tuple[int, int] | None:
    """Its width and height in points of the picture; None: neither PNG nor JPEG, or cut."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return unpack_from(">II", content, 16)
    return _jpeg(content) if content.startswith(b"\xff\xd8") else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """From one segment to the next until a frame begins."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], unpack_from(">H", content, place + 2)[0]
        if marker in _FRAMES:
            height, width = unpack_from(">HH", content, place + 5)
            return width, height
        place += 2 + length
    return None
