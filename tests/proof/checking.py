"""What a stranger checks, apart from what makes it."""

from web.ed25519 import sealed_by


def signed(note: str, key: str) -> bool:
    """Whether this key signed this note (C2SP signed-note)."""
    text, _, lines = note.rpartition("\n\n")
    try:
        return any(sealed_by(key, line, text + "\n") for line in lines.splitlines())
    except ValueError:
        return False
