"""Documents to print, sign and keep: PDF written by typst from plain content, never from pasted text."""

import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from mimetypes import MimeTypes
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import typst

from web.documents.letters import FONTS, printed

FOLDER = Path(__file__).parent
LARGE = 1_000_000  # bytes: a register of some 700 members
NOTHING: Mapping[str, bytes] = MappingProxyType({})

Name = Literal[
    "proces-verbal",
    "convocation",
    "feuille-de-presence",
    "pouvoir",
    "registre-des-membres",
    "dossier",
    "codes-de-connexion",
    "liste",
    "statuts",
    "lettre",
    "mise-a-jour",
    "solidite",
    "mallette",
    "pouvoirs",
    "formulaire-de-vote",
    "compte-rendu",
    "a-afficher",
    "post-it",
    "feuille-de-route",
    "projet-cooperatif",
]


def document(
    name: Name, content: Mapping[str, object], at: datetime, attachments: Mapping[str, bytes] = NOTHING
) -> bytes:
    """The PDF of `content`, whose shape is the document's own in `web.documents.contents`.

    Declared PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The same content, `at` and attachments give
    the same bytes. The content is attached as `<name>.json`, word for word; so is each of the attachments,
    by its name (ASCII: typst writes it without its encoding): texts in UTF-8, as all that typst is given.
    """
    enclosed = {f"{name}.json": _json(content), **attachments}
    files = {
        "main.typ": (FOLDER / f"{name}.typ").read_bytes(),
        "content.json": _json(printed(dict(content))),
        "enclosed.json": _json(_described(enclosed)),
        **{str(number): piece for number, piece in enumerate(enclosed.values())},
        **_logos(content["cooperative"]),
    }
    pdf = _compiled(files, int(at.timestamp()))
    if len(pdf) > LARGE:
        _forget()
    return pdf


def _compiled(files: dict[str, bytes], timestamp: int) -> bytes:
    compiler = typst.Compiler(files, root=FOLDER, font_paths=_fonts())  # type: ignore[type-var]  # takes a dict
    pdf = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=timestamp)
    assert isinstance(pdf, bytes)  # one file: typst answers a list for pictures, page by page
    return pdf


def _logos(coop: Any) -> dict[str, bytes]:
    """The pictures that the last page shows, by their rank."""
    return {f"logo-{rank}": _bytes(b64decode(logo["picture"])) for rank, logo in enumerate(coop.get("logos", ()))}


def _bytes(picture: bytes) -> bytes:
    """As typst may be given them: its files are UTF-8 texts."""
    return json.dumps(list(picture), separators=(",", ":")).encode()


def printable(picture: bytes) -> bool:
    """Whether a paper may show it: archived for good (ISO 19005-3), some colours and some files may not be."""
    trial = b'#set document(title: "-")\n#set text(font: "Source Sans 3")\n#image(bytes(json("picture")), alt: "-")'
    try:
        return bool(_compiled({"main.typ": trial, "picture": _bytes(picture)}, 0))
    except typst.TypstError:
        return False


def _forget() -> None:
    """typst keeps its last ten layouts: after as many large registers 740 MB, and 220 MB with this."""
    for _ in range(10):
        typst.Compiler({"main.typ": b""}, font_paths=_fonts()).compile(format="pdf", timestamp=0)  # type: ignore[type-var]


def _json(content: object) -> bytes:
    """UTF-8; half of a surrogate pair, that UTF-8 cannot say, is written as the JSON escape that it is."""
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _described(enclosed: Mapping[str, bytes]) -> list[dict[str, str]]:
    types = MimeTypes()  # the standard's own table: the machine's would make the bytes its own
    types.add_type("application/x-ndjson", ".jsonl")
    return [
        {
            "name": name,
            "path": str(number),
            "type": types.guess_type(name)[0] or "application/octet-stream",
            "relationship": "data" if number else "source",
        }
        for number, name in enumerate(enclosed)
    ]


@cache
def _fonts() -> typst.Fonts:
    """Ours alone: the same document on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
