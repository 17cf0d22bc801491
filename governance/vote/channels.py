"""By what ways a resolution may be voted: what the law of the form allows, and what the statutes say of it.

A show of hands and bulletins in an urn need no clause. Whatever is done from afar needs one, and the law must not
forbid it (L47 art. 10; loi 2024-537 art. 18 for SARL).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from governance.assembly.facts import Matter
from governance.command import Refused
from governance.statutes.facts import Form, Organ, Ruled, Statutes
from governance.vote.facts import Channel
from governance.words import Public

IN_THE_ROOM = frozenset({Channel.HANDS, Channel.PAPER})
WHOLE_BALLOT = "all"

POSTAL = {
    Form.SA: Public("L47 art. 10 al. 1"),
    Form.SARL: Public("C.com L223-27 (loi 2024-537 art. 18)"),
    Form.SAS: Public("C.com L227-9"),
    Form.ASSOCIATION: Public("loi 1901 art. 5"),
}
CONSULTATION = {
    Form.SA: Public("C.com L225-96, L225-98"),
    Form.SARL: Public("C.com L223-27, R223-22"),
    Form.SAS: Public("C.com L227-9"),
    Form.ASSOCIATION: Public("loi 1901 art. 5"),
}
"""Where each form's law speaks of votes without a meeting. That of the SA knows none."""


@dataclass(frozen=True)
class Clause:
    """What the statutes say of a channel, and the article of the law that makes their word necessary."""

    said: Ruled[bool] | None
    law: Public
    forbidden: bool = False  # whatever the statutes say


def check_channels(statutes: Statutes, organ: Organ, matter: Matter, channels: Iterable[Channel]) -> None:
    """Refuses the first channel that the statutes or the law do not open."""
    for broken in refusals(statutes, organ, matter, channels):
        raise broken


def refusals(
    statutes: Statutes, organ: Organ, matter: Matter, channels: Iterable[Channel], secret: bool = False
) -> Iterator[Refused]:
    """Why this vote may not be opened to these channels. `secret`: those who are there want it so."""
    asked = tuple(channels)
    if not asked:
        yield Refused("no-channel")
    said = secrecy(statutes, matter)
    if (secret or said) and asked != (Channel.PAPER,):
        yield Refused("secret-vote-on-paper", article=said or "L47 art. 8")
    if Channel.CONSULTATION in asked and len(asked) > 1:
        yield Refused("consultation-alone")
    yield from filter(None, (_shut(statutes, organ, channel) for channel in asked))


def refusal(statutes: Statutes, organ: Organ, matter: Matter, channel: Channel) -> Refused | None:
    """The first of them; None where it may be opened."""
    return next(refusals(statutes, organ, matter, [channel]), None)


def secrecy(statutes: Statutes, matter: Matter) -> Public | None:
    """The article that wants this matter voted in secret, None if none does (L47 art. 8: they may)."""
    secret = statutes.secret
    if secret is None:
        return None
    named = {WHOLE_BALLOT, matter.value} | ({"elections"} if matter is Matter.PERSONS else set())
    return secret.article if named & set(secret.value) else None


def _shut(statutes: Statutes, organ: Organ, channel: Channel) -> Refused | None:
    """In a SA and a SARL it is the law that wants a clause; elsewhere it leaves everything to the statutes."""
    if channel in IN_THE_ROOM:
        return None
    clause = _clause(statutes, organ, channel)
    about = {"channel": channel.value, "form": statutes.form.value}
    if clause.forbidden:
        return Refused("channel-against-law", article=clause.law, **about)
    if clause.said is None or not clause.said.value:
        article, by_law = clause.said.article if clause.said else clause.law, statutes.form in (Form.SA, Form.SARL)
        return Refused("channel-not-in-statutes", article=article, by_law=by_law, **about)
    return None


def _clause(statutes: Statutes, organ: Organ, channel: Channel) -> Clause:
    """An online form needs both clauses: that of votes before the meeting, and that of votes online."""
    remote, form = statutes.remote, statutes.form
    postal = remote.postal if remote else None
    match channel:
        case Channel.ONLINE:
            return Clause(statutes.online_vote, Public("L47 art. 10"))
        case Channel.POSTAL:
            return Clause(postal, POSTAL[form], forbidden=organ is not Organ.ASSEMBLY)
        case Channel.EARLY:
            both = statutes.online_vote if postal and postal.value else postal
            return Clause(both, POSTAL[form], forbidden=organ is not Organ.ASSEMBLY)
        case _:
            written = remote.written_consultation if remote else None
            forbidden = form is Form.SA and organ is Organ.ASSEMBLY
            return Clause(written, CONSULTATION[form], forbidden)
