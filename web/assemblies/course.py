"""What remains to be done for a meeting, in one order: what is done, what is next, what comes after."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.words import AssemblyId, Day
from projections.assembly import meetings, minutes, notices, rolls, sheets
from projections.vote import votes
from web.assemblies import again, asking, quorum, rules
from web.assemblies.address import link
from web.i18n import day, ngettext
from web.i18n import gettext as _
from web.members import today
from web.pages import address
from web.words import cited


@dataclass(frozen=True)
class Stage:
    """`href`: where it is done, None while there is nothing to do."""

    done: bool
    words: str
    hint: str = ""
    href: str | None = None
    next: bool = False


def course(request: Request, db: Connection[DictRow], meeting: dict[str, Any]) -> list[Stage]:
    """The first stage that is not done comes next."""
    stages = list(_Course(request, db, meeting).stages())
    following = next((stage for stage in stages if not stage.done), None)
    return [Stage(one.done, one.words, one.hint, one.href, one is following) for one in stages]


class _Course:
    def __init__(self, request: Request, db: Connection[DictRow], meeting: dict[str, Any]) -> None:
        self._request, self._db, self._meeting = request, db, meeting
        self._assembly = AssemblyId(meeting["id"])
        self._state, self._come = meeting["state"], meeting["day"] <= str(today())

    def stages(self) -> Iterator[Stage]:
        yield self._agenda()
        yield self._convene()
        if self._meeting["manner"] == "consultation":
            yield from self._consultation()
            return
        if self._state == "planned":
            yield Stage(False, _("Accueillir les membres et ouvrir la séance"), self._on_its_day())
            return
        yield self._notices()
        yield self._attendance()
        if self._state == "adjourned":
            yield from self._after_adjournment()
            return
        yield self._opening()
        yield self._votes()
        if lacking := self._lacking():
            yield Stage(False, _("Constater la carence"), lacking, self._to("adjourn"))
        yield self._closing()
        yield from self._after_closing()
        yield self._certified()

    def _consultation(self) -> Iterator[Stage]:
        """Nobody comes: it is opened, answered until its hour, counted by itself."""
        if self._state != "planned":
            yield self._notices()
        asked = votes.of_assembly(self._db, self._assembly)
        there = self._to("consultation") if self._state in ("convened", "open") else None
        yield Stage(bool(asked), _("Ouvrir la consultation"), "", None if asked else there)
        most = max((vote["cast_ballots"] for vote in asked), default=0)
        hint = ngettext("%(num)s réponse reçue", "%(num)s réponses reçues", most) if asked else ""
        yield Stage(self._state == "closed", _("Recevoir les réponses"), hint, there if asked else None)
        yield from self._after_closing()

    def _after_closing(self) -> Iterator[Stage]:
        if self._state == "closed" and (self._meeting["put_off"] or again.missed(self._db, self._assembly)):
            yield self._second_call()
        yield self._minutes(_("Établir le procès-verbal"))

    def _to(self, name: str) -> str:
        return address(self._request, name, assembly=self._assembly)

    def _chaired(self) -> str:
        return _("présidée par %(name)s", name=self._meeting["chair_name"] or "—")

    def _on_its_day(self) -> str:
        return _("le %(day)s", day=day(self._meeting["day"]))

    def _agenda(self) -> Stage:
        tabled = len(meetings.agenda(self._db, self._assembly))
        hint = ngettext("%(num)s résolution", "%(num)s résolutions", tabled) if tabled else ""
        open_yet = self._state == "planned" and not self._meeting["second_call_of"]
        return Stage(tabled > 0, _("Écrire l’ordre du jour"), hint, self._to("table_resolution") if open_yet else None)

    def _convene(self) -> Stage:
        if self._state != "planned":
            return Stage(True, _("Convoquer"), _("fait le %(day)s", day=day(self._meeting["convened_on"])))
        if not meetings.agenda(self._db, self._assembly):
            return Stage(False, _("Convoquer"))
        return Stage(False, _("Convoquer"), self._deadline(), self._to("convene"))

    def _deadline(self) -> str:
        required = rules.required(self._db, self._meeting, today())
        if required is None:
            return _("Adoptez d’abord des statuts : ils disent qui vote et comment.")
        if not required.days:
            return _("Ni les statuts ni la loi ne fixent de délai.")
        latest = required.latest(Day(self._meeting["day"]))
        said = {"days": required.days, "article": cited(required.article), "latest": day(latest)}
        if latest < today():
            return _("Le délai est dépassé : il fallait %(days)s jours pleins, %(article)s.", **said)
        return _("À convoquer au plus tard le %(latest)s : %(days)s jours pleins, %(article)s.", **said)

    def _notices(self) -> Stage:
        found = Counter(one["state"] for one in notices.of(self._db, self._assembly, today()))
        reached, by_hand = found["sent"] + found["handed"], found["none"] + found["paper"] + found["refused"]
        words = [ngettext("%(num)s personne prévenue", "%(num)s personnes prévenues", reached)]
        if found["due"]:
            words.append(ngettext("%(num)s courriel part", "%(num)s courriels partent", found["due"]))
        if by_hand:
            words.append(_("%(num)s à poster ou à remettre", num=by_hand))
        done = self._come or self._state != "convened" or not (by_hand or found["due"])
        return Stage(done, _("Prévenir chacun"), ", ".join(words), self._to("notices"))

    def _attendance(self) -> Stage:
        words = _("Faire signer la feuille de présence")
        if not self._come:
            hint = _(
                "Rien à faire avant le %(day)s : d’ici là, chacun peut donner pouvoir.",
                day=day(self._meeting["day"]),
            )
            return Stage(False, words, hint)
        here = sum(one["present"] + one["represented"] for one in rolls.counts(self._db, self._assembly))
        hint = ngettext("%(num)s présent ou représenté", "%(num)s présents ou représentés", here)
        reached = any(one.reached for one in quorum.live(self._db, self._meeting))
        over = self._state in ("adjourned", "closed")
        return Stage(reached or self._state != "convened", words, hint, None if over else self._to("attendance"))

    def _opening(self) -> Stage:
        words = _("Ouvrir la séance")
        if self._state == "convened":
            return Stage(False, words, "", self._to("open_session") if self._come else None)
        return Stage(True, words, self._chaired())

    def _lacking(self) -> str:
        """The resolutions that wait for a second call, which must be said before the session closes."""
        if self._state != "open" or self._meeting["put_off"]:
            return ""
        missed = {one["kind"] for one in self._meeting["quorums"] or [] if not one["state"]["reached"]}
        voted = asking.settled(asking.asked(self._request, self._db, self._assembly))
        left = [
            one["title"]
            for one in meetings.agenda(self._db, self._assembly)
            if one["kind"] in missed and one["id"] not in voted
        ]
        return _("sans quorum, pas de vote : %(titles)s", titles=", ".join(left)) if left else ""

    def _closing(self) -> Stage:
        there = self._to("close_session") if self._state == "open" else None
        return Stage(self._state == "closed", _("Clore la séance"), "", there)

    def _votes(self) -> Stage:
        """Every resolution that has its quorum is put to the vote, counted, and then the session may close."""
        done = asking.asked(self._request, self._db, self._assembly)
        quorums = {one["kind"]: one["state"]["reached"] for one in self._meeting["quorums"] or []}
        agenda = [one for one in meetings.agenda(self._db, self._assembly) if quorums.get(one["kind"])]
        voted = len(asking.settled(done))
        hint = _("%(voted)s sur %(num)s", voted=voted, num=len(agenda)) if agenda else ""
        over = self._state == "closed" or (bool(agenda) and voted >= len(agenda))
        if self._state != "open" or over:
            return Stage(over, _("Mettre aux voix et dépouiller chaque résolution"), hint)
        words, href = asking.next_act(self._request, agenda, done)
        return Stage(False, words, hint, href)

    def _minutes(self, words: str) -> Stage:
        over = self._state in ("adjourned", "closed")
        there = link(self._request, "minutes", assembly=self._assembly) if over else None
        return Stage(bool(minutes.of_assembly(self._db, self._assembly)), words, "", there)

    def _certified(self) -> Stage:
        over = self._state in ("adjourned", "closed")
        done = bool(sheets.signed(self._db, self._assembly))
        return Stage(done, _("Garder la feuille de présence signée"), "", self._to("keep_sheet") if over else None)

    def _after_adjournment(self) -> Iterator[Stage]:
        yield Stage(True, _("Constater la carence"), self._chaired())
        yield self._second_call()
        yield self._minutes(_("Établir le procès-verbal de carence"))
        yield self._certified()

    def _second_call(self) -> Stage:
        """With what lacked its quorum; in a SARL, with what lacked half of all the members."""
        second, words = self._meeting["second_call"], _("Prévoir la deuxième réunion")
        why = _("pour ce qui n’a pas réuni plus de la moitié de tous les associés")
        if self._meeting["put_off"]:
            why = _("pour ce qui n’avait pas son quorum")
        there = address(self._request, "assembly", assembly=second) if second else self._to("second_call")
        return Stage(second is not None, words, why, there)
