"""What a card keeps for some organisations: themselves, and whoever belongs to one of them that day."""

from collections.abc import Iterable

from governance.command import About, Refused, about
from governance.membership.facts import OrganisationRegistered
from governance.membership.person_facts import Affiliated, OrganisationCorrected
from governance.network.catalogue import Catalogue, Value
from governance.words import Day, Fact, MemberId, PersonId


def about_belonging(member: MemberId, through: MemberId) -> list[About]:
    named = [about(kind, member=through) for kind in (OrganisationRegistered, OrganisationCorrected)]
    return [*named, about(Affiliated, person=PersonId(member))]


def reserved_to(catalogue: Catalogue, values: Iterable[Value]) -> list[str]:
    """The organisations that it names, one a line; none: it is open to every member."""
    said = [value.said for value in values if value.field == catalogue.reserved]
    return [line.strip() for line in "\n".join(said).splitlines() if line.strip()]


def check_eligible(known: list[Fact], names: list[str], member: MemberId, through: MemberId | None, today: Day) -> None:
    """`through`: the organisation by which the member is eligible."""
    if not names:
        return
    named = through is not None and same(called(known, through)) in map(same, names)
    if through is None or not named or not (through == member or belongs(known, through, today)):
        raise Refused("seats-reserved", names=", ".join(names))


def same(name: str) -> str:
    """However it is spaced or capitalised."""
    return " ".join(name.casefold().split())


def called(known: Iterable[Fact], organisation: MemberId) -> str:
    """As it was last said; nothing where nobody knows it."""
    kinds = OrganisationRegistered | OrganisationCorrected
    names = [fact.name for fact in known if isinstance(fact, kinds) and fact.member == organisation]
    return names[-1] if names else ""


def belongs(known: Iterable[Fact], organisation: MemberId, today: Day) -> bool:
    """What was last said from each day holds; one tie that has begun and not ended is enough."""
    ties = {fact.on: fact for fact in known if isinstance(fact, Affiliated) and fact.organisation == organisation}
    return any(tie.on <= today and (tie.until is None or today <= tie.until) for tie in ties.values())
