"""What a reader, and a machine, finds in a PDF."""

import io
import json
import re
from functools import cached_property

import pikepdf
import pypdf


class Paper:
    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(pdf))
        self._pages = pypdf.PdfReader(io.BytesIO(pdf)).pages

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, one ordinary space between them."""
        return [_spaced(page.extract_text()) for page in self._pages]

    @property
    def words(self) -> str:
        return " ".join(self.pages)

    @property
    def declared(self) -> tuple[str, ...]:
        """PDF/A part and conformance, PDF/UA part: what the file says that it is (XMP)."""
        said = self.file.open_metadata()
        return tuple(str(said[key]) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"))

    @property
    def language(self) -> str:
        return str(self.file.Root.Lang)

    @property
    def title(self) -> str:
        return str(self.file.open_metadata()["dc:title"])

    def attached(self, name: str) -> bytes:
        return bytes(self.file.attachments[name].get_file().read_bytes())

    def relationship(self, name: str) -> object:
        """What the file is to the document (ISO 32000-2 §7.11.3)."""
        return self.file.attachments[name].obj.AFRelationship

    def content(self, name: str) -> object:
        return json.loads(self.attached(f"{name}.json"))

    @property
    def alternatives(self) -> list[str]:
        """What is said, to those who do not see them, of the pictures."""
        tagged = [item for item in self.file.objects if isinstance(item, pikepdf.Dictionary)]
        return [_spaced(str(item.Alt)) for item in tagged if "/Alt" in item]


def _spaced(text: str) -> str:
    """Every kind of space is one ordinary space."""
    return re.sub(r"\s+", " ", text)
