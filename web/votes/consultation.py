"""A written consultation: opened once it is convened, answered online or on paper, followed until its hour."""

from collections import Counter
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.command import Refused
from governance.counting.quorum import quorum
from governance.counting.tally import Tally
from governance.statutes.standing import quotes
from governance.vote.cast import Ballot, CastBallots, EnterAnswers
from governance.vote.consult import OpenConsultation
from governance.vote.facts import Choice
from governance.words import CollegeId, MemberId, ResolutionId, StatutesId, VoteId
from projections.assembly import meetings, rolls
from projections.decision import agreements
from projections.vote import votes
from web.assemblies.address import of, the_meeting, to_meeting
from web.counter import Gesture, NoField, found, here, office, to, visitor
from web.explain import Explained, explained
from web.visitor import members_and_officers, secretariat
from web.votes.known import is_open
from web.votes.show import OFFERED, Choices, ballots
from web.whom import Listed
from web.words.vote import CHOICES


def consultation(db: Connection[DictRow], request: Request) -> dict[str, Any]:
    """The meeting of this address, if nobody comes to it; a 404 otherwise."""
    meeting = the_meeting(db, request)
    return dict(found(meeting if meeting["manner"] == "consultation" else None))


def open_consultation(form: NoField, request: Request, gesture: str) -> OpenConsultation:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        asked = [ResolutionId(one["id"]) for one in meetings.agenda(db, of(request))]
        interested = agreements.interested(db, asked)
    named = tuple((one, VoteId(f"{gesture}.{number}")) for number, one in enumerate(asked, 1))
    return OpenConsultation(of(request), StatutesId(meeting["statutes"] or "none"), named, interested)


def followed(request: Request) -> dict[str, Any]:
    """How many have answered each question, and whether they make the quorum."""
    with office(request).reading() as db:
        meeting = consultation(db, request)
        asked = [{"vote": vote, "quorum": _quorum(db, vote)} for vote in votes.of_assembly(db, of(request))]
        return {"meeting": meeting, "asked": asked, "agenda": meetings.agenda(db, of(request))}


def _quorum(db: Connection[DictRow], vote: DictRow) -> tuple[bool, list[Explained]] | None:
    """Whether those who answered so far are enough, and how that is reckoned."""
    opened = votes.opening(vote)
    if opened.quorum is None:
        return None
    answered = [
        Tally(CollegeId(row["college"]), row["mandates"], row["cast_ballots"]) for row in votes.turnout(db, vote["id"])
    ]
    state = quorum(opened.quorum, opened.scheme, answered, opened.second_call)
    return state.reached, explained(state.steps, quotes(opened.quorum))


def answer(form: Choices, request: Request, gesture: str) -> list[CastBallots]:
    """The form names each voice `vote:member`; one act a question."""
    said: dict[str, dict[str, Choice]] = {}
    for key, choice in form.choice.items():
        vote, _, member = key.partition(":")
        said.setdefault(vote, {})[member] = choice
    if not said:
        raise Refused("no-ballot")
    with office(request).reading() as db:
        held = {
            vote: {one["member"]: one["holder"] for one in votes.mandates(db, VoteId(vote), visitor(request).person)}
            for vote in said
        }
    return [CastBallots(VoteId(vote), of(request), ballots(mine, held[vote])) for vote, mine in said.items()]


def mine(request: Request) -> dict[str, Any]:
    """Each question with the reader's mandates: those that have answered, and those that have not."""
    with office(request).reading() as db:
        meeting = consultation(db, request)
        asked = [
            (vote, is_open(vote), votes.mandates(db, vote["id"], visitor(request).person))
            for vote in votes.of_assembly(db, of(request))
        ]
    waits = any(going and any(not (one["ballot"] or one["aside"]) for one in held) for _, going, held in asked)
    return {"meeting": meeting, "asked": asked, "waits": waits, **_words()}


def _words() -> dict[str, Any]:
    return {"ballot": [(word, CHOICES[word]) for word in OFFERED], "choices": CHOICES}


class Paper(Choices):
    """By question, as it came on paper, signed."""

    member: str


def enter(form: Paper, request: Request, gesture: str) -> list[EnterAnswers]:
    if not form.choice:
        raise Refused("no-ballot")
    with office(request).reading() as db:
        holders = {one["member"]: one["holder"] for one in rolls.lines(db, of(request), limit=1000)}
    holder = holders.get(form.member)
    whose = MemberId(form.member), MemberId(holder) if holder else None
    return [
        EnterAnswers(VoteId(vote), of(request), (Ballot(whose[0], choice, whose[1]),))
        for vote, choice in form.choice.items()
    ]


def who_may(request: Request) -> dict[str, Any]:
    """Those who have left a question without an answer."""
    known = followed(request)
    with office(request).reading() as db:
        lines = rolls.lines(db, of(request), limit=1000)
        answers = Counter(one["member"] for asked in known["asked"] for one in votes.ballots(db, asked["vote"]["id"]))
    waited = [(one["member"], one["name"]) for one in lines if answers[one["member"]] < len(known["asked"])]
    return {**known, "members": Listed(waited), **_words()}


to_consultation = to("consultation", assembly=here("assembly"))

routes = [
    Gesture(NoField, "vote/consultation.html", open_consultation, to_consultation, followed).page(
        "/assemblees/{assembly}/consultation", "consultation", secretariat
    ),
    Gesture(Choices, "vote/answer.html", answer, to_meeting, mine).page(
        "/assemblees/{assembly}/reponses", "answer", members_and_officers
    ),
    Gesture(Paper, "vote/enter_answers.html", enter, to_consultation, who_may).page(
        "/assemblees/{assembly}/reponses/papier", "enter_answers", secretariat
    ),
]
