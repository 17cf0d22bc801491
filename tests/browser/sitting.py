"""An assembly in its room, as far as a story needs it: by the commands that the pages give, in no time."""

from uuid import uuid4

from governance.assembly.attendance import SignAttendance, SignMyAttendance
from governance.assembly.convene import Convene
from governance.assembly.facts import Matter
from governance.assembly.plan import PlanAssembly
from governance.assembly.proxies import GiveProxy
from governance.assembly.session import OpenSession
from governance.assembly.table import TableResolution
from governance.command import Command
from governance.statutes.facts import Kind, Organ
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Choice
from governance.vote.open import OpenVote
from governance.words import AssemblyId, MemberId, PersonId, Public, ResolutionId, StatutesId, VoteId
from tests.hall import in_days, settle
from tests.site import Site

AG, VERSION, VOTE = AssemblyId("ag"), StatutesId("v1"), VoteId("vote")
MEETING, BALLOT = f"/assemblees/{AG}", f"/scrutins/{VOTE}"
LOCAL = "Prendre à bail le local de la rue Carnot"
BOARD = "Élire le conseil d’administration"
AGENDA = (
    TableResolution(
        AG,
        ResolutionId("local"),
        Kind.ORDINARY,
        Matter.GENERAL,
        Public(LOCAL),
        Public(
            "L’assemblée autorise la présidence à prendre à bail, pour neuf ans, le local du 12 rue Carnot à Gap, "
            "moyennant un loyer annuel de 9\u202f600\u00a0€ hors charges."
        ),
    ),
    TableResolution(
        AG,
        ResolutionId("board"),
        Kind.ORDINARY,
        Matter.PERSONS,
        Public(BOARD),
        Public("L’assemblée élit les membres du conseil d’administration pour trois ans."),
    ),
)


def gives(site: Site, person: str, *commands: Command) -> None:
    for command in commands:
        site.office.execute(command, PersonId(person), uuid4().hex)


def gather(site: Site) -> None:
    """Today's assembly, convened in time: Elsa gave her power to the recyclerie; three have signed the sheet."""
    settle(site)
    title, place = Public("Assemblée générale annuelle"), Public("Salle des fêtes, 05000 Gap")
    gives(
        site,
        "irene",
        PlanAssembly(AG, Organ.ASSEMBLY, title, in_days(0), "18:30", place),
        *AGENDA,
        Convene(AG, VERSION, in_days(-20)),
        GiveProxy(AG, VERSION, MemberId("elsa"), MemberId("carline")),
        *(SignAttendance(AG, MemberId(member)) for member in ("alma", "felix", "heol")),
    )


def open_session(site: Site) -> None:
    gives(site, "irene", OpenSession(AG, VERSION, PersonId("alma"), PersonId("irene"), (PersonId("felix"),)))


def open_vote(site: Site) -> None:
    gives(site, "irene", OpenVote(VOTE, AG, ResolutionId("local"), VERSION))


def cast(site: Site, into: VoteId = VOTE, **choices: Choice) -> None:
    """Members who signed the sheet vote for themselves; the recyclerie, that comes to do it, for Elsa too."""
    for member, choice in choices.items():
        voter = member if member in ("alma", "felix") else f"{member}.voix"
        ballots = [Ballot(MemberId(member), choice)]
        if member == "carline":
            gives(site, voter, SignMyAttendance(AG, MemberId(member)))
            ballots.append(Ballot(MemberId("elsa"), Choice.ABSTENTION, MemberId("carline")))
        gives(site, voter, CastBallots(into, AG, tuple(ballots)))


def hold(site: Site, **choices: Choice) -> None:
    """The session, its vote and the count of its ballots."""
    open_session(site)
    open_vote(site)
    cast(site, **choices)
    gives(site, "irene", CloseVote(VOTE), CountVote(VOTE, AG))
