"""Letters by e-mail: each template in words and in HTML, with its invitation and its documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Literal, TypedDict

from babel.dates import format_date
from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from governance.record.sealer import Signed
from web.documents.contents import Assembly, Instant, Legal
from web.i18n import FILTERS, LOCALES, PARIS, locale, moment, spoken

TEMPLATES = Path(__file__).parent.parent / "templates" / "mail"

Name = Literal[
    "connexion",
    "attestation",
    "convocation",
    "rappel",
    "mise-a-jour",
    "suite",
    "reunion",
    "questionnaire",
    "lettre",
    "tete",
]


class SignInWords(TypedDict):
    """`connexion`: a link that lets its reader in, once, until a moment."""

    cooperative: Legal
    link: str
    until: Instant


class CertificateWords(TypedDict):
    """`attestation`: the certificate of her shares on a day is enclosed."""

    cooperative: Legal
    day: str
    link: str


class NoticeWords(TypedDict):
    """`convocation`: the personal link opens the assembly's page; `by` has convened. `warnings`: what she may lose;
    `correction`: what changed since a first notice; `documents`: what her page holds to be read."""

    cooperative: Legal
    assembly: Assembly
    by: str
    agenda: list[str]
    link: str
    warnings: list[str]
    correction: str
    documents: list[str]


class ReminderWords(TypedDict):
    """`rappel`: an assembly that comes, or a vote about to close where the reader has not voted yet."""

    cooperative: Legal
    what: Literal["assembly", "vote"]
    title: str
    at: Instant
    place: str
    link: str


class FollowUpWords(TypedDict):
    """`suite`: something that a decision asks of its reader, a week before its day or once it has passed; or a decision
    to be looked at again. `what` is to be done, or the decision's own title."""

    cooperative: Legal
    purpose: Literal["follow-up", "overdue", "review"]
    what: str
    number: int
    day: str
    link: str


class GatheringWords(TypedDict):
    """`reunion`: an invitation, a report that is enclosed, what a newcomer to a group is given, or an action that its
    reader offered to do, or what was remarked where she takes part; all in words."""

    cooperative: Legal
    purpose: Literal["gathering", "report", "pack", "action", "remarks"]
    title: str
    when: str
    place: str
    agenda: list[str]
    coming: list[str]
    link: str


class QuestionnaireWords(TypedDict):
    """`questionnaire`: what is asked of its reader, or asked again; `named`: whether her answer bears her name."""

    cooperative: Legal
    title: str
    purpose: str
    named: bool
    link: str


class Piece(TypedDict):
    """A piece of news: of what kind, in words, and the address where it is read whole."""

    kind: str
    text: str
    link: str


class NewsWords(TypedDict):
    """`lettre`: the newsletter; `leave`: where its reader says, in one press, that she does not want it any more."""

    cooperative: Legal
    title: str
    opening: str
    pieces: list[Piece]
    closing: str
    link: str
    leave: str


class HeadWords(TypedDict):
    """`tete`: the head itself, which every letter bears; `minutes`: its note is enclosed, minutes were drawn up."""

    cooperative: Legal
    minutes: bool
    link: str


class UpdateWords(TypedDict):
    """`mise-a-jour`: her sheet, to be confirmed before a day; `reminder`: the second time."""

    cooperative: Legal
    until: str
    reminder: bool
    link: str


@dataclass(frozen=True)
class Mailbox:
    name: str
    address: str

    @property
    def header(self) -> Address:
        """ValueError: not an address. A domain with accents is written in IDNA."""
        local, _, domain = self.address.rpartition("@")
        if not (local and domain):
            raise ValueError("not an address")  # and not said which: this ends up in logs
        return Address(one_line(self.name), local, domain.encode("idna").decode())


Words = (
    SignInWords
    | CertificateWords
    | NoticeWords
    | ReminderWords
    | FollowUpWords
    | GatheringWords
    | QuestionnaireWords
    | NewsWords
    | HeadWords
    | UpdateWords
)


@dataclass(frozen=True)
class Letter:
    """One message to one person. `id` is `something@domain`, the same each time the letter is sent again. `leave`: of a
    letter that one chose to receive, the address where one press ends it. `head`: where the record stood, which whoever
    keeps the letter can hold against it."""

    id: str
    template: Name
    sender: Mailbox
    recipient: Mailbox
    words: Words
    at: datetime
    invitation: bytes = b""
    documents: Mapping[str, bytes] = field(default_factory=dict)
    leave: str = ""
    head: Signed | None = None


def compose(letter: Letter) -> EmailMessage:
    """The message: words, HTML, an invitation (RFC 5546), documents by their file names."""
    words, html = _template(f"{letter.template}.txt"), _template(f"{letter.template}.html")
    values = {
        **letter.words,
        "recipient": letter.recipient.name,
        "locale": locale.get(),
        "enclosed": letter.documents,
        "head": letter.head,
    }
    message = EmailMessage(policy=SMTP)
    message["From"] = letter.sender.header
    message["To"] = letter.recipient.header
    message["Subject"] = one_line("".join(words.blocks["subject"](words.new_context(values))))
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{one_line(letter.id)}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no absence message in return
    if letter.leave:  # RFC 8058
        message["List-Unsubscribe"] = f"<{one_line(letter.leave)}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(words.render(values), cte="quoted-printable")
    page = _inliner().inline(html.render(values))
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    _enclose(message, letter)
    message["Content-Language"] = locale.get()
    return message


def _enclose(message: EmailMessage, letter: Letter) -> None:
    if letter.invitation:
        message.add_alternative(
            letter.invitation,
            maintype="text",
            subtype="calendar",
            params={"method": "REQUEST", "charset": "utf-8"},
        )
    for name, document in letter.documents.items():
        kind, subtype = ("application", "pdf") if name.endswith(".pdf") else ("text", "plain")
        message.add_attachment(document, maintype=kind, subtype=subtype, filename=name)


_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def one_line(text: str) -> str:
    """No line ends, no controls, nothing that turns text around: a name never begins another header."""
    return _BREAKS.sub(" ", text).strip()


def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)


@cache
def _environment() -> Environment:
    """Not the pages': words in plain text are not escaped, and no page's address is known here."""
    letters = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    letters.policies["ext.i18n.trimmed"] = True
    letters.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        lambda message: spoken().gettext(message),
        lambda one, many, num: spoken().ngettext(one, many, num),
        newstyle=True,
    )
    letters.filters.update(FILTERS, instant=_in_full)
    return letters


def _in_full(instant: Instant) -> str:
    """« mardi 15 décembre 2026 à 18 h 00 »: the day of the week is what a reader checks first."""
    at = datetime.fromisoformat(instant).astimezone(PARIS)
    return f"{format_date(at, 'EEEE', locale=LOCALES[locale.get()])} {moment(at)}"
