"""The same content as a text that an office program edits: OpenDocument (ISO 26300), with the words of the PDF."""

from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader

from web.documents import FOLDER
from web.edge.picture import extent
from web.i18n import day, hour, moment

KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{kind}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
{pictures}</manifest:manifest>"""
PICTURE = '<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media_type}"/>\n'
HEIGHT = 1.4  # centimetres of a logo
OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier day: the same content gives the same bytes

_texts = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_texts.filters |= {
    "day": day,
    "moment": lambda at: moment(datetime.fromisoformat(at)),
    "hour": lambda at: hour(datetime.fromisoformat(at)),
    "paragraphs": lambda words: [part.strip() for part in words.split("\n\n") if part.strip()],
}


def odt(name: str, content: Mapping[str, object]) -> bytes:
    """`name`: that of a document which has such a text, `<name>.odt.xml`."""
    pictures = _pictures(content["cooperative"])
    entries = "".join(PICTURE.format(**one) for one in pictures)
    written = BytesIO()
    with ZipFile(written, "w") as text:
        for part, words, packed in (  # the kind comes first, as it is: a file is known by it
            ("mimetype", KIND, ZIP_STORED),
            ("content.xml", _texts.get_template(f"{name}.odt.xml").render(d=content, logos=pictures), ZIP_DEFLATED),
            ("styles.xml", _texts.get_template("styles.odt.xml").render(), ZIP_DEFLATED),
            ("META-INF/manifest.xml", MANIFEST.format(kind=KIND, pictures=entries), ZIP_DEFLATED),
        ):
            text.writestr(ZipInfo(part, OLDEST), words.encode(), packed)
        for one in pictures:
            text.writestr(ZipInfo(one["path"], OLDEST), one["bytes"])
    return written.getvalue()


def _pictures(coop: Any) -> list[dict[str, Any]]:
    """The logos that end the text: each one's file, and how wide it is for its height."""
    return [
        {**logo, "path": f"Pictures/{rank}", "bytes": content, "width": f"{HEIGHT * width / height:.2f}cm"}
        for rank, logo in enumerate(coop.get("logos", ()))
        if (content := b64decode(logo["picture"])) and (sides := extent(content))
        for width, height in [sides]
    ]
