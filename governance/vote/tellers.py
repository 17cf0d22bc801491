"""Those who count what is on paper: the officers whom the meeting named, each once."""

from collections.abc import Iterable

from governance.assembly.facts import OfficersNamed
from governance.command import Refused
from governance.words import Fact, PersonId

URN = "C.com R225-101"


def check_tellers(facts: Iterable[Fact], tellers: tuple[PersonId, ...]) -> None:
    """Those whom the meeting named to count, or to hold it."""
    officers = [fact for fact in facts if isinstance(fact, OfficersNamed)]
    named = {person for one in officers for person in (one.chair, one.secretary, *one.tellers)}
    if not tellers or len(set(tellers)) < len(tellers) or not named.issuperset(tellers):
        raise Refused("tellers-needed", article=URN)
