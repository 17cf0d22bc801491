"""The form to print and fill in by hand, where the statutes open it."""

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from governance.vote.facts import Channel
from governance.vote.forms import last_online
from governance.words import Day
from web.assemblies import contents
from web.counter import Page, found
from web.documents import document
from web.documents.contents import Ruling, legal
from web.documents.contents.forms import VotingForm
from web.i18n import day, moment
from web.i18n import gettext as _
from web.visitor import members_and_officers
from web.votes.forms import shown
from web.words import cited


def blank(request: Request) -> Response:
    known = shown(request)
    found(known["last"] if Channel.POSTAL.value not in known["closed"] else None)
    content: VotingForm = {
        "cooperative": legal(request.state.coop),
        "assembly": contents.which(known["meeting"]),
        "resolutions": [
            {"number": one["number"], "title": one["title"], "text": one["text"]} for one in known["agenda"]
        ],
        "secret": [one["title"] for one in known["secret"]],
        "rules": list(_rules(known)),
    }
    headers = {"Content-Disposition": 'inline; filename="formulaire-de-vote.pdf"'}
    pdf = document("formulaire-de-vote", dict(content), known["meeting"]["convened_at"])
    return Response(pdf, media_type="application/pdf", headers=headers)


def _rules(known: dict[str, Any]) -> Iterator[Ruling]:
    """What the law wants on the form: until when, what a blank means, no way back."""
    last = known["last"]
    yield _told(_("Retour"), _("Signé, reçu le %(last)s au plus tard.", last=day(last.value)), last.article)
    if Channel.EARLY.value not in known["closed"]:
        until = moment(last_online(Day(known["meeting"]["day"])))
        yield _told(_("En ligne"), _("Par votre lien personnel, jusqu’au %(until)s.", until=until), "C.com R225-77")
    nothing = _("Une abstention, qui n’est pas un suffrage exprimé.")
    yield _told(_("Sans case cochée"), nothing, "C.com L225-107")
    once = _("Le formulaire ne se reprend pas, et l’on ne vote plus autrement.")
    yield _told(_("Une fois envoyé"), once, "C.com R225-85")


def _told(title: str, text: str, article: str) -> Ruling:
    return {"title": title, "text": text, "article": cited(article)}


routes = [Page("/assemblees/{assembly}/formulaire-de-vote.pdf", "form_paper", members_and_officers, blank)]
