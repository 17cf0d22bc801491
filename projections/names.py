"""The order of names as a French reader expects it: databases here know no locale."""

import re
import unicodedata

_LEADING = re.compile(
    r"^(?:d['’]|de |du |des |l['’]|la |le |les |association |sas |sarl |scic )+", re.IGNORECASE
)  # particles, articles and legal forms: nobody looks for « L’Atelier » under L
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})


def sort_key(name: str) -> str:
    """Without accents, case or leading words; the name itself last, so that no two names are one."""
    bare = _LEADING.sub("", name.strip()) or name
    return plain(bare) + "\x1f" + name.casefold()


def plain(words: str) -> str:
    """Words without accents, case or punctuation: two that are plainly the same are the same to a reader."""
    decomposed = unicodedata.normalize("NFKD", words.casefold().translate(_LIGATURES))
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", letters))
