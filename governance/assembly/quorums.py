"""The quorum of a meeting, for each kind of resolution on its agenda."""

from collections.abc import Iterable, Iterator

from governance.assembly.facts import KindQuorum, RollSealed
from governance.assembly.legal_quorum import legal_quorum
from governance.assembly.standing import Presence, line, plan, presence, tallies
from governance.command import Refused
from governance.counting.aside import Interested, bases, standing_aside
from governance.counting.quorum import quorum
from governance.counting.tally import Held, QuorumState, Tally
from governance.statutes.facts import Form, Kind, Organ, Quorum, QuorumBase, Ruled, Scheme, Statutes
from governance.words import AssemblyId, CollegeId, Fact, MemberId


def quorums(
    statutes: Statutes, organ: Organ, kinds: Iterable[Kind], tallies: Iterable[Tally], second_call: bool
) -> tuple[KindQuorum, ...]:
    """One for each kind, ordinary first."""
    scheme, known = statutes.scheme(organ) or Scheme(organ), list(tallies)
    asked = set(kinds)
    return tuple(
        KindQuorum(kind, quorum(rule_of(statutes, organ, kind), scheme, known, second_call))
        for kind in Kind
        if kind in asked
    )


def check_quorum(
    facts: Iterable[Fact],
    assembly: AssemblyId,
    statutes: Statutes,
    kind: Kind,
    aside: Iterable[tuple[MemberId, CollegeId]] = (),
) -> None:
    """Refuses while too few are there."""
    if lacking := lacking_quorum(facts, assembly, statutes, kind, aside):
        raise lacking


def lacking_quorum(
    facts: Iterable[Fact],
    assembly: AssemblyId,
    statutes: Statutes,
    kind: Kind,
    aside: Iterable[tuple[MemberId, CollegeId]] = (),
) -> Refused | None:
    """Whether enough are there now: people come and go after the session has opened. `aside`: whom the law keeps from
    voting, and in some forms from being counted."""
    known = list(facts)
    planned, here = plan(known, assembly), presence(known)
    counted = here if counts_represented(statutes, planned.organ) else Presence(here.signed, {})
    [roll] = [fact for fact in known if isinstance(fact, RollSealed)][-1:]
    second_call = planned.second_call_of is not None
    whole = bases(standing_aside(statutes.form), tallies(roll, counted), _interested(known, aside, counted)).quorum
    [found] = quorums(statutes, planned.organ, [kind], whole, second_call)
    if found.state.reached:
        return None
    return no_quorum(found.state, lacks_legal(statutes, planned.organ, kind, whole, second_call))


def lacks_legal(statutes: Statutes, organ: Organ, kind: Kind, tallies: Iterable[Tally], second_call: bool) -> bool:
    """Whether too few are there for the law itself, whatever the statutes ask for more."""
    rule, scheme = legal_quorum(statutes, organ, kind), statutes.scheme(organ) or Scheme(organ)
    return not quorum(rule, scheme, tallies, second_call).reached


def _interested(facts: list[Fact], aside: Iterable[tuple[MemberId, CollegeId]], here: Presence) -> Iterator[Interested]:
    """By collège, those whom the law keeps from voting: heads, and the shares of their lines of the roll."""
    named: dict[CollegeId, list[MemberId]] = {}
    for member, college in aside:
        named.setdefault(college, []).append(member)
    for college, members in named.items():
        shares = {one: found.shares if (found := line(facts, one)) else 0 for one in members}
        there = [one for one in members if one in here.counted]
        held = Held(sum(shares.values()), sum(shares[one] for one in there))
        yield Interested(college, len(members), len(there), held)


def no_quorum(state: QuorumState, by_law: bool) -> Refused:
    """What is missing: heads, collèges, shares, or points out of a hundred. `by_law`: the law lacks its own too."""
    said = {"article": state.article, "by_law": by_law}
    if state.base is QuorumBase.WEIGHTS:
        return Refused("no-quorum-of-weights", points_need=state.need, points_there=state.there, **said)
    key = "no-quorum-of-shares" if state.base is QuorumBase.SHARES else "no-quorum"
    return Refused(key, need=int(state.need), there=int(state.there), **said)


def counts_represented(statutes: Statutes, organ: Organ) -> bool:
    """On the board of a SA only those who are there themselves make the quorum (C.com L225-37)."""
    return (statutes.form, organ) != (Form.SA, Organ.BOARD)


def rule_of(statutes: Statutes, organ: Organ, kind: Kind) -> Quorum:
    """What the statutes ask for this kind of resolution; where they say nothing, what the law does."""
    law = legal_quorum(statutes, organ, kind)
    if organ is Organ.ASSEMBLY:
        rules = statutes.meeting(kind)
        return rules.quorum if rules and rules.quorum.first else law
    if organ is Organ.BOARD and statutes.board and (said := statutes.board.quorum):
        return Quorum(said, said, Ruled(QuorumBase.HEADS, said.article))
    return law
