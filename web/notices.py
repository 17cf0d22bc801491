"""The letters that leave: what each says, where its link leads and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from governance.membership.update_facts import UpdateId
from governance.network.facts import SurveyId
from governance.record.sealer import last
from governance.words import PARIS, AssemblyId, Day, PersonId
from projections.assembly import meetings
from projections.capital import closing, mailings
from projections.decision import follow_ups
from projections.membership import updates
from projections.membership.members import AsOf
from projections.network import news, surveys
from web.accounts.attestation import certificate, certificates
from web.advice.index import LEADS_TO, mailbox
from web.assemblies import contents
from web.assemblies.address import begins
from web.documents import document
from web.documents.contents import instant, legal
from web.gatherings import mailing
from web.i18n import gettext as _
from web.lives import signatory
from web.mail.invitations import Meeting, invitation
from web.mail.letters import (
    CertificateWords,
    FollowUpWords,
    HeadWords,
    Letter,
    NoticeWords,
    QuestionnaireWords,
    SignInWords,
    UpdateWords,
)
from web.newsletters import mailing as newsletters
from web.newsletters.wanting import way_out
from web.sending import Purpose, Sending

LENGTH = timedelta(hours=2)  # what a calendar is told of a meeting whose end nobody knows


def _signin(sending: Sending) -> Letter:
    cooperative, until = legal(sending.coop), instant(_in_an_hour(sending))
    words: SignInWords = {"cooperative": cooperative, "link": sending.link, "until": until}
    return sending.letter("connexion", words)


def _to_the_front(sending: Sending) -> str:
    """In the name of the mailbox that this very letter goes to."""
    return LEADS_TO + mailbox(sending.vault.pledge, sending.person["email"], sending.coop["demonstration"])


def _in_an_hour(sending: Sending) -> datetime:
    asked: datetime = sending.row["asked"]
    return asked + timedelta(hours=1)


def _meeting(sending: Sending) -> dict[str, Any]:
    meeting = meetings.of(sending.db, AssemblyId(sending.row["subject"]))
    assert meeting is not None  # the row was made from the register
    return meeting


def _to_meeting(sending: Sending) -> str:
    return f"/{sending.slug}/assemblees/{sending.row['subject']}"


def _day_after(sending: Sending) -> datetime:
    return _end_of(Day(_meeting(sending)["day"]), timedelta(days=1))


def _end_of(day: Day, later: timedelta = timedelta()) -> datetime:
    """The last moment of a day, or of one after it."""
    return datetime.combine(day.first + later + timedelta(days=1), time(), PARIS)


def _notice(sending: Sending) -> Letter:
    meeting = _meeting(sending)
    person, how = PersonId(sending.person["id"]), _("par courrier électronique")
    paper = contents.notice(sending.db, sending.coop, meeting, person, how)
    words: NoticeWords = {
        "cooperative": paper["cooperative"],
        "assembly": paper["assembly"],
        "by": paper["convened"]["by"],
        "agenda": paper["agenda"],
        "link": sending.link,
        "warnings": [one["text"] for one in contents.warnings(sending.db, meeting, person)],
        "correction": paper["correction"],
        "documents": paper["documents"],
    }
    enclosed = {"convocation.pdf": document("convocation", dict(paper), meeting["convened_at"])}
    appointment = invitation(_appointment(sending, meeting))
    return sending.letter("convocation", words, invitation=appointment, documents=enclosed)


def _appointment(sending: Sending, meeting: dict[str, Any]) -> Meeting:
    return Meeting(
        id=f"{meeting['id']}@{sending.post.domain}",
        sequence=meeting["edition"],
        title=f"{meeting['title']} – {sending.coop['name']}",
        begins=begins(meeting),
        ends=begins(meeting) + LENGTH,
        place=meeting["place"],
        description="",
        organizer=sending.sender,
        attendee=sending.recipient,
        at=meeting["convened_at"],
    )


def _yearly(sending: Sending) -> dict[str, Any]:
    update = updates.of(sending.db, UpdateId(sending.row["subject"]))
    assert update is not None  # the row was made from the register
    return update


def _update(sending: Sending) -> Letter:
    yearly = _yearly(sending)
    words: UpdateWords = {
        "cooperative": legal(sending.coop),
        "until": yearly["until"],
        "reminder": sending.row["position"] == yearly["reminded"],
        "link": sending.link,
    }
    return sending.letter("mise-a-jour", words)


def _certificates(sending: Sending) -> Letter:
    """Hers, and those of each member for whom she speaks, as they were known when the mailing was asked for."""
    mailing = mailings.of(sending.db, sending.row["position"])
    assert mailing is not None  # the row was made from the register
    held, day = AsOf(Day.of(mailing["day"]), mailing["written"]), Day.of(mailing["day"])
    mine = [row["member"] for row in mailings.sent(sending.db, mailing) if row["speaker"] == sending.person["id"]]
    signs = signatory(sending.db, Day.of(mailing["happened"]))
    papers = [certificate(row, day, signs) for who in mine for row in closing.held(sending.db, held, who)]
    words: CertificateWords = {"cooperative": legal(sending.coop), "day": str(day), "link": sending.link}
    enclosed = {"attestation-de-parts.pdf": certificates(sending.coop, papers, mailing["written"])}
    return sending.letter("attestation", words, documents=enclosed)


def _asked(sending: Sending) -> dict[str, Any]:
    asked = follow_ups.reminded(sending.db, sending.row["subject"])
    assert asked is not None  # the row was made from the register
    return asked


def _to_task(sending: Sending) -> str:
    return f"/{sending.slug}/decisions/{_asked(sending)['id']}/suites/{sending.row['subject']}/ma-part"


def _follow_up(sending: Sending) -> Letter:
    asked = _asked(sending)
    words: FollowUpWords = {
        "cooperative": legal(sending.coop),
        "purpose": sending.row["purpose"],
        "what": asked["what"],
        "number": asked["number"],
        "day": asked["day"],
        "link": sending.link,
    }
    return sending.letter("suite", words)


def _gathering(sending: Sending) -> Letter:
    words, enclosed = mailing.letter(sending.db, sending.coop, sending.row, sending.at, sending.link)
    return sending.letter("reunion", words, documents=enclosed)


def _questionnaire(sending: Sending) -> Letter:
    asked = surveys.of(sending.db, SurveyId(sending.row["subject"]))
    assert asked is not None  # the row was made from the register
    words: QuestionnaireWords = {
        "cooperative": legal(sending.coop),
        "title": asked["title"],
        "purpose": asked["purpose"],
        "named": asked["named"],
        "link": sending.link,
    }
    return sending.letter("questionnaire", words)


def _newsletter(sending: Sending) -> Letter:
    home, person = f"{sending.post.address}/{sending.slug}", sending.person["id"]
    leave = f"{home}/{way_out(sending.vault, sending.slug, person)}"
    words = newsletters.words(sending.db, sending.coop, sending.row["subject"], home, sending.link, leave)
    return sending.letter("lettre", words, leave=leave)


def _while_wanted(sending: Sending) -> datetime:
    """A month; whoever said meanwhile that she does not want it any more gets nothing."""
    wanted = news.wanted(sending.db, PersonId(sending.person["id"]))
    return _in_a_month(sending) if wanted else datetime.min.replace(tzinfo=PARIS)


def _in_a_month(sending: Sending) -> datetime:
    asked: datetime = sending.row["asked"]
    return asked + timedelta(days=30)


def _head(sending: Sending) -> Letter:
    """The letter bears it, as they all do; the keeper of heads gets the signed note too."""
    minutes, head = sending.row["purpose"] == "head-minutes", last(sending.db)
    words: HeadWords = {"cooperative": legal(sending.coop), "minutes": minutes, "link": sending.link}
    enclosed = {"tete.note": head.note.encode()} if minutes and head else {}
    return sending.letter("tete", words, documents=enclosed)


_OF_HEADS = Purpose(lambda sending: f"/{sending.slug}/journal", _in_a_month, _head)
_OF_GATHERINGS = Purpose(
    lambda sending: f"/{sending.slug}/{mailing.leads_to(sending.db, sending.row)}", _in_a_month, _gathering
)
PURPOSES: Mapping[str, Purpose] = {
    **dict.fromkeys(("gathering", "report", "pack", "action", "remarks"), _OF_GATHERINGS),
    "certificates": Purpose(lambda sending: f"/{sending.slug}/mon-espace", _in_a_month, _certificates),
    **dict.fromkeys(("head", "head-minutes"), _OF_HEADS),
    "follow-up": Purpose(_to_task, _in_a_month, _follow_up),
    "overdue": Purpose(_to_task, _in_a_month, _follow_up),
    "review": Purpose(lambda sending: f"/{sending.slug}/decisions/{sending.row['subject']}", _in_a_month, _follow_up),
    "questionnaire": Purpose(
        lambda sending: f"/{sending.slug}/questionnaires/{sending.row['subject']}", _in_a_month, _questionnaire
    ),
    "newsletter": Purpose(
        lambda sending: f"/{sending.slug}/lettres/{sending.row['subject']}", _while_wanted, _newsletter
    ),
    "adviser": Purpose(_to_the_front, _in_an_hour, _signin, "conseil/entrer/{slug}"),
    "signin": Purpose(lambda sending: str(sending.row["subject"]), _in_an_hour, _signin),
    "notice": Purpose(_to_meeting, _day_after, _notice),
    "update": Purpose(
        lambda sending: f"/{sending.slug}/mon-espace/fiche",
        lambda sending: _end_of(Day(_yearly(sending)["until"])),
        _update,
    ),
}
"""By the `purpose` of the outbox: a new letter is a line here and a template."""


def without_link(letter: Letter) -> Letter:
    """What is kept of a letter: its link is nobody's but the reader's."""
    return replace(letter, words=letter.words | {"link": "…"})
