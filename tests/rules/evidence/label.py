"""A small label: two criteria, one shared evidence, a figure and pieces."""

from governance.evidence.facts import Digest, LabelPursued, Medium, PieceAttached, PieceId
from governance.evidence.figure import Figure
from governance.evidence.template import (
    Criterion,
    CriterionId,
    Evidence,
    EvidenceId,
    FigureName,
    LabelId,
    Requirement,
    Template,
)
from governance.words import Day, Public

TERRITORY, SUPPORT = EvidenceId("EV09"), EvidenceId("EV14")
LABEL = LabelId("petit-label")

structures = Requirement(
    Public("des structures situées"),
    10,
    Public("repère"),
    Public("le secrétariat"),
    FigureName("organisations_located"),
)
a_map = Requirement(Public("la carte du territoire"), 1, Public("repère"), Public("la collectivité"))
letters = Requirement(Public("deux lettres d’engagement"), 2, Public("le communiqué"), Public("les partenaires"))

template = Template(
    LABEL,
    Public("Petit label"),
    Public("modèle d’essai"),
    Public("un journal"),
    (Public("Le barème n’est pas public."),),
    (
        Criterion(CriterionId("T1"), Public("Un territoire"), (TERRITORY,)),
        Criterion(CriterionId("T2"), Public("Des soutiens"), (SUPPORT, TERRITORY)),
    ),
    (
        Evidence(TERRITORY, Public("Le territoire"), (structures, a_map)),
        Evidence(SUPPORT, Public("Les soutiens"), (letters,)),
    ),
)

pursued = LabelPursued(LABEL, template, Day("2018-07"), Digest("0" * 64))


def attached(name: str, evidence: EvidenceId, digest: str = "a" * 64) -> PieceAttached:
    return PieceAttached(
        PieceId(name), evidence, Public(f"Pièce {name}"), Digest(digest), 1200, Medium.PDF, Day("2018-10")
    )


def located(value: str) -> Figure:
    definition = Public("Structures dont le siège est connu")
    return Figure(
        FigureName("organisations_located"), value, definition, Day("2018-11-06"), 40, Public("12 structures"), (3, 5)
    )
