"""What is known of a deliberation: what it asks, what each one answered last, and what is put to arithmetic."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from governance.command import About, Refused, about
from governance.counting.consent import Consent
from governance.counting.judgment import Grades, Scale
from governance.counting.no_candidate import WithoutCandidate
from governance.counting.points import Gathered
from governance.counting.ranking import Option
from governance.counting.replay import Asked, Choosing, Consenting, Judging, Pointing
from governance.vote.deliberation_facts import (
    Answered,
    DeliberationClosed,
    DeliberationOpened,
    ObjectionLifted,
    RoundOpened,
)
from governance.vote.methods import WAYS, Gives
from governance.words import DeliberationId, Fact, PersonId

KINDS = (DeliberationOpened, Answered, ObjectionLifted, RoundOpened, DeliberationClosed)


def about_all(deliberation: DeliberationId) -> list[About]:
    return [about(kind, deliberation=deliberation) for kind in KINDS]


def opened(facts: Iterable[Fact]) -> DeliberationOpened:
    """The deliberation, while it goes on."""
    known = list(facts)
    found = next((fact for fact in known if isinstance(fact, DeliberationOpened)), None)
    if found is None:
        raise Refused("unknown-deliberation")
    if any(isinstance(fact, DeliberationClosed) for fact in known):
        raise Refused("deliberation-closed")
    return found


def question(facts: Iterable[Fact]) -> Asked:
    """All that the result is reckoned from."""
    known = list(facts)
    of = next(fact for fact in known if isinstance(fact, DeliberationOpened))
    match WAYS[of.method].gives:
        case Gives.WORD:
            return Consenting(circle(known, of))
        case Gives.NAME:
            chosen = nominated(known, of)
            return Choosing(chosen, circle(known, of) if chosen.proposed else None)
        case Gives.GRADES:
            return _judged(of, marks(known))
    given = marks(known)
    gathered = tuple(Gathered(Option(one), _sum(given, rank)) for rank, one in enumerate(of.options))
    spread = WAYS[of.method].spread
    assert spread is not None  # whatever is marked, and not graded, adds up
    return Pointing(spread, of.most, len(given), gathered)


def marks(facts: Iterable[Fact]) -> dict[PersonId, tuple[int, ...]]:
    """What each one gave last."""
    return {fact.person: fact.marks for fact in facts if isinstance(fact, Answered) and fact.marks}


def round_of(facts: Iterable[Fact], of: DeliberationOpened) -> int:
    """A proposal is put to its first round as it is opened; somebody, once she is proposed."""
    rounds = [fact.round for fact in facts if isinstance(fact, RoundOpened)]
    return rounds[-1] if rounds else int(WAYS[of.method].gives is Gives.WORD)


def nominated(facts: Iterable[Fact], of: DeliberationOpened) -> WithoutCandidate:
    """Who named whom, and whom the facilitator proposed last. Anybody of the circle may be named."""
    state = WithoutCandidate(of.circle, of.circle)
    for fact in facts:
        if isinstance(fact, Answered) and fact.named:
            act = state.names if fact.person in state.awaited else state.changes
            state = act(fact.person, fact.named)
        elif isinstance(fact, RoundOpened) and fact.proposed:
            state = state.proposes(fact.proposed)
    return state


def circle(facts: Iterable[Fact], of: DeliberationOpened) -> Consent:
    """What everybody said: of the proposal round after round, or of whom is proposed now."""
    known = list(facts)
    state = Consent(of.circle)
    for fact in known:
        match fact:
            case RoundOpened():
                state = replace(nominated(known, of).round(), round=fact.round) if fact.proposed else state.again()
            case Answered() if fact.round:
                state = _heard(state, fact)
            case ObjectionLifted():
                state = state.lifted(fact.person)
    return state


def _heard(state: Consent, said: Answered) -> Consent:
    return state.objected(said.person, said.reason is not None) if said.objects else state.consented(said.person)


def _judged(of: DeliberationOpened, given: Mapping[PersonId, tuple[int, ...]]) -> Judging:
    scale = of.scale or Scale(())
    said = {option: Counter(one[rank] for one in given.values()) for rank, option in enumerate(of.options)}
    grades = range(len(scale.grades))
    counts = tuple(Grades(Option(one), tuple(said[one][grade] for grade in grades)) for one in of.options)
    return Judging(scale, len(given), counts)


def _sum(given: Mapping[PersonId, tuple[int, ...]], rank: int) -> int:
    return sum(said[rank] for said in given.values())
