"""The papers of a membership for the same invented cooperative: a page for every step that has one."""

from typing import Any

from tests.documents.samples import COOPERATIVE
from web.documents.contents.lives import Papers
from web.lives import PRINTED

SAID: dict[str, Any] = {
    "to": {"name": "Zoé Œuvrard", "address": "3 chemin de la Conserverie\n05400 Veynes", "college": ""},
    "day": "2026-03-02", "position": 1234, "signatory": "Irène Laye", "words": "Ce qu’elle a dit.",
    "category": "Bénévoles", "college": "Collège des bénévoles", "organ": "conseil d’administration",
    "minutes": "CA du 2 mars 2026, délibération 4", "article": "art. 13 des statuts", "next": "2026-03-20",
    "candidate": True, "capital": True, "shares": 4, "nominal": 5000, "amount": 20_000, "reference": "Chèque 12",
    "effective": "2026-12-31", "assembly_on": "2026-03-20", "came": True, "cause": "withdrawal", "missed": 2,
    "year": "2026", "owed": 2000, "votes": True, "lots": [[3, 5000], [1, 2500]],
    "giver": {"name": "Zoé Œuvrard", "address": "3 chemin de la Conserverie\n05400 Veynes", "college": ""},
    "receiver": {"name": "Inès Bailly", "address": "", "college": ""}, "decision": "CA du 2 mars 2026, n° 3",
    "early": "AGO 2026, n° 4", "closing": "2024-12-31", "rate": "1/10", "back": 6000, "unpaid": 0, "lost": "1/5",
    "due": 42_000, "paid": 48_000, "terms": [["2026-01-01", 14_000], ["2027-01-01", 14_000], ["2028-01-01", 14_000]],
    "late": "Zoé Œuvrard", "was": "2026-02-01",
}  # fmt: skip
CAUSES = ("automatic_loss", "exclusion", "death", "dissolution", "not_ratified")

LETTERS: Papers = {
    "cooperative": COOPERATIVE,
    "letters": [
        *({**SAID, "kind": kind} for kind in sorted(PRINTED)),  # type: ignore[typeddict-item]
        {**SAID, "kind": "SharesHeld"},  # type: ignore[typeddict-item]
        *({**SAID, "kind": "MemberLeft", "cause": cause} for cause in CAUSES),  # type: ignore[typeddict-item]
    ],
}
