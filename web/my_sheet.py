"""My sheet: how to reach me, by e-mail or by letter; corrected whenever I like, confirmed when it is asked for."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from pydantic import Field
from starlette.requests import Request

from governance.command import Command
from governance.membership.consent import AgreeToMyNotice, WithdrawMyAgreement
from governance.membership.person import ChangeMyContact
from governance.membership.person_facts import Purpose, Way
from governance.membership.update import ConfirmMySheet
from governance.membership.update_facts import UpdateId
from governance.rights.correct import RequestCorrection
from governance.rights.facts import RequestId
from governance.words import Clear, MemberId, PersonId, Said
from projections.membership import consents, offices, persons, updates
from web.counter import Gesture, found, office, to, visitor
from web.edge.inputs import Name, Text
from web.members import today
from web.people import Contact
from web.visitor import signed_in

CONTACT = {"email": Said.EMAIL, "phone": Said.PHONE, "address": Said.ADDRESS}


class Notice(Enum):
    EMAIL = "email"
    LETTER = "letter"


class Sheet(Contact):
    """`was`: what stood in it when it was shown: what has not changed is not said again."""

    was: dict[str, str] = Field(default_factory=dict)
    notice: Notice | None  # asked, not guessed

    def changed(self, person: PersonId) -> dict[str, Clear | None]:
        """What is new of how to reach her; None for what stays, or was left out."""
        typed = {name: getattr(self, name) for name in CONTACT}
        return {
            name: Clear(person, said, typed[name]) if typed[name] and typed[name] != self._before(name) else None
            for name, said in CONTACT.items()
        }

    @property
    def new_notice(self) -> Notice | None:
        return self.notice if self.notice and self.notice.value != self._before("notice") else None

    def _before(self, name: str) -> str:
        return self.was.get(name, "").replace("\r\n", "\n")


class Mine(Sheet):
    """`update`: the one whose answer is awaited, and for which members she gives it."""

    update: Name | None = None
    members: tuple[Name, ...] = ()
    words: Text | None = None


def confirm(form: Mine, request: Request, gesture: str) -> Sequence[Command]:
    me = visitor(request).person
    commands: list[Command] = []
    if any((changed := form.changed(me)).values()):
        commands.append(ChangeMyContact(me, **changed))
    if form.new_notice is Notice.EMAIL:
        commands.append(AgreeToMyNotice(me, Way.PAGE, Purpose.MEETINGS, today()))
    if form.new_notice is Notice.LETTER:
        commands.append(WithdrawMyAgreement(me, today()))
    if form.words:
        commands.append(RequestCorrection(RequestId(gesture), me, Clear(me, Said.REASON, form.words)))
    if form.update:
        commands += [ConfirmMySheet(UpdateId(form.update), MemberId(one)) for one in form.members]
    return commands


def shown(request: Request) -> dict[str, Any]:
    """Who she is, for whom she speaks, and whether an answer is awaited."""
    who = visitor(request)
    with office(request).reading() as db:
        members = [found(persons.of(db, PersonId(one))) for one in who.members if PersonId(one) != who.person]
        return {
            "person": found(persons.of(db, who.person)),
            "speaks": [{**one, "named": offices.representatives(db, one["id"])[:1]} for one in members],
            "running": updates.running(db),
            "awaited": updates.awaited(db, who.person, who.members),
        }


def as_known(request: Request) -> dict[str, Any]:
    me = visitor(request).person
    with office(request).reading() as db:
        return known_of(db, me)


def known_of(db: Any, person: PersonId) -> dict[str, Any]:
    """What a form about her holds at first, and remembers as it was."""
    reached = found(persons.of(db, person))
    agreed = consents.word(db, person, today())
    notice = {True: Notice.EMAIL, False: Notice.LETTER, None: None}[agreed]
    held = {name: reached[name] for name in CONTACT} | {"notice": notice}
    return held | {f"was.{name}": value for name, value in held.items()}


routes = [
    Gesture(Mine, "rights/sheet.html", confirm, to("space"), shown, as_known).page(
        "/mon-espace/fiche", "my_sheet", signed_in
    ),
]
