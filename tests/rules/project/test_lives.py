"""The life of a project: stages, parts, budget, measures, opinions, choices; written once, refused by its name."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.decision.facts import DecisionRecorded
from governance.network.facts import GroupId
from governance.project.account import NoteAmount, SetBudgetLine, SetIndicator, StrikeEntry, TakeMeasure
from governance.project.choice_facts import ChoiceId, ChoiceLaid, OptionChosen, Remark, RemarksMade
from governance.project.choose import ChooseOption, LayChoice, MakeRemarks
from governance.project.lead import EndPart, GiveOpinion, MoveProject, TakePartIn
from governance.project.life_facts import (
    AmountNoted,
    BudgetLineSet,
    EntryId,
    EntryStruck,
    IndicatorId,
    IndicatorSet,
    LineId,
    MeasureTaken,
    OpinionGiven,
    OpinionId,
    PartEnded,
    PartId,
    PartTaken,
    ProjectMoved,
    Side,
    Stage,
    View,
)
from governance.words import Cents, Day, DecisionId, PersonId, ProjectId, Public
from tests.gwt import given
from tests.rules.network.test_reports import formed
from tests.rules.project.roadmap import SCIC, started
from tests.rules.project.test_reach import D1, decided

ON = Day("2026-01")
NOWHERE, LATER = ProjectId("nul"), Day("2026-04")
move = MoveProject(SCIC, Stage.PREFIGURATION, ON, D1)
join = TakePartIn(PartId("p"), SCIC, Public("partenaire"), ON, Public("ADDET 05"))
joined = PartTaken(**vars(join))
line = SetBudgetLine(LineId("l"), SCIC, Side.EXPENSE, Public("Étude"), Cents(123_450), ON)
lined = BudgetLineSet(**vars(line))
spend = NoteAmount(EntryId("e"), LineId("l"), Cents(50_001), ON, Public("Facture 12"))
spent = AmountNoted(**vars(spend))
follow = SetIndicator(
    IndicatorId("i"), SCIC, Public("Achats"), Public("structures"), Public("Comptées"), ON, Fraction(10)
)
followed = IndicatorSet(**vars(follow))
measure = TakeMeasure(EntryId("m"), IndicatorId("i"), Fraction(25, 2), ON, Public("Comptées"), 28)
measured = MeasureTaken(**vars(measure))
opine = GiveOpinion(OpinionId("o"), SCIC, formed.group, View.RESERVED, Public("À chiffrer."), ON)
opined = OpinionGiven(**vars(opine))
scic2 = replace(started, project=ProjectId("autre"))
FORMS = tuple(map(Public, ("Association", "SCIC", "GIE", "GEIQ")))
lay = LayChoice(ChoiceId("c"), Public("Quelle forme ?"), FORMS, (Public("Capital"), Public("Fiscalité")), ON, SCIC)
laid = ChoiceLaid(**vars(lay))
choose = ChooseOption(ChoiceId("c"), FORMS[1], D1, ON)
chosen = OptionChosen(**vars(choose))
rejected = replace(decided, adopted=False)
struck = EntryStruck(EntryId("e"), ON, Public("Comptée deux fois."))


@pytest.mark.parametrize(
    ("before", "command", "fact"),
    [
        ((started, decided), move, ProjectMoved(**vars(move))),
        ((started,), join, joined),
        ((started, joined), EndPart(PartId("p"), ON), PartEnded(PartId("p"), ON)),
        ((started,), line, lined),
        ((started, lined), replace(line, foreseen=Cents(1)), replace(lined, foreseen=Cents(1))),
        ((started, lined), spend, spent),
        ((started,), follow, followed),
        ((started, followed), measure, measured),
        ((spent,), StrikeEntry(EntryId("e"), ON, struck.reason), struck),
        ((started, formed), opine, opined),
        ((started,), lay, laid),
        ((laid, decided), choose, chosen),
    ],
)
def test_it_is_written_once(before, command, fact):
    given(*before).when(command).then(fact)
    given(*before, fact).when(command).then()


@pytest.mark.parametrize(
    ("before", "command", "reason"),
    [
        ((decided,), replace(move, project=NOWHERE), "unknown-project"),
        ((started,), move, "unknown-decision"),
        ((started,), replace(move, decision=None, on=LATER), "day-to-come"),
        ((started,), replace(join, organisation=Public("")), "nobody-meant"),
        ((started,), replace(join, person=PersonId("nulle")), "unknown-person"),
        ((started,), replace(join, role=Public(" ")), "report-without-words"),
        ((), EndPart(PartId("p"), ON), "unknown-part"),
        ((joined,), EndPart(PartId("p"), Day("2025")), "ended-before-it-began"),
        ((started, lined), replace(line, side=Side.INCOME), "line-of-another-budget"),
        ((started,), replace(line, foreseen=Cents(-1)), "less-than-nothing"),
        ((), spend, "unknown-line"),
        ((lined,), replace(spend, amount=Cents(0)), "less-than-nothing"),
        ((lined,), replace(spend, source=Public("")), "report-without-words"),
        ((), measure, "unknown-indicator"),
        ((followed,), replace(measure, number=0), "measured-on-nobody"),
        ((started, followed), replace(follow, project=scic2.project), "unknown-project"),
        ((started, scic2, followed), replace(follow, project=scic2.project), "unknown-indicator"),
        ((), StrikeEntry(EntryId("e"), ON, Public("Erreur.")), "unknown-entry"),
        ((started, formed), replace(opine, committee=GroupId("nul")), "unknown-group"),
        ((started,), replace(lay, options=FORMS[:1]), "nothing-to-choose"),
        ((started,), replace(lay, options=(FORMS[0], FORMS[0])), "named-twice"),
        ((), replace(lay, project=None, pilot=True), "pilot-of-a-project"),
        ((started, laid, chosen), replace(lay, options=FORMS[2:]), "chosen-option-dropped"),
        ((decided,), choose, "unknown-choice"),
        ((laid, decided), replace(choose, option=Public("SAS")), "unknown-option"),
        ((laid,), choose, "unknown-decision"),
        ((laid, rejected), choose, "decision-not-adopted"),
        ((laid,), MakeRemarks(ChoiceId("c"), (Remark(FORMS[0], Public("Délai"), Public("?")),), ON), "unknown-option"),
    ],
)
def test_it_is_refused_by_its_name(before, command, reason):
    given(*before).when(command).refused(reason)


@pytest.mark.parametrize(
    ("before", "command"),
    [
        ((started, joined), replace(join, role=Public("financeur"))),
        ((started, scic2, joined), replace(join, project=scic2.project)),
        ((lined, spent), replace(spend, amount=Cents(2))),
        ((followed, measured), replace(measure, value=Fraction(3))),
        ((started, formed, opined), replace(opine, view=View.FAVOURABLE)),
    ],
)
def test_an_identifier_tells_one_thing(before, command):
    given(*before).when(command).refused("already-reported")


def test_another_decision_chooses_otherwise_later():
    second: DecisionRecorded = replace(decided, decision=DecisionId("d2"), number=2)
    other = replace(choose, option=FORMS[0], decision=second.decision)

    given(laid, decided, chosen, second).when(other).then(OptionChosen(**vars(other)))


def test_only_what_is_remarked_anew_is_written():
    one, two = (Remark(option, Public("Capital"), Public("18 500 €")) for option in FORMS[:2])
    made = RemarksMade(ChoiceId("c"), (one,), ON)

    given(laid, made).when(MakeRemarks(ChoiceId("c"), (one, two), ON)).then(RemarksMade(ChoiceId("c"), (two,), ON))
    given(laid, made).when(MakeRemarks(ChoiceId("c"), (replace(one, text=Public("")),), ON)).then(
        RemarksMade(ChoiceId("c"), (replace(one, text=Public("")),), ON)
    )
    given(laid).when(MakeRemarks(ChoiceId("c"), (replace(one, text=Public("")),), ON)).then()
