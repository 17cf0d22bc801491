"""Being there from afar: where the law of the form and the statutes hold a live link for presence."""

from collections.abc import Iterable

from governance.command import Refused
from governance.statutes.facts import Form, Kind, Organ, Statutes
from governance.words import Public

LAW = {
    Form.SA: Public("L47 art. 10 al. 2"),
    Form.SARL: Public("C.com L223-27"),
    Form.SAS: Public("C.com L227-9"),
    Form.ASSOCIATION: Public("loi 1901 art. 5"),
}
ACCOUNTS = Public("C.com L223-27 al. 3")
"""It keeps the assembly of a SARL that approves the accounts in the room; whether that still stands is argued since
loi 2024-537."""


def remote_by(statutes: Statutes) -> Public | None:
    """The article of the statutes by which whoever follows live counts as there; None if they do not say it."""
    video = statutes.remote.video if statutes.remote else None
    return video.article if video and video.value else None


def check_remote(statutes: Statutes) -> None:
    if remote_by(statutes) is None:
        video = statutes.remote.video if statutes.remote else None
        article = video.article if video else LAW[statutes.form]
        raise Refused("remote-not-in-statutes", form=statutes.form.value, article=article)


def doubt(statutes: Statutes, organ: Organ, kinds: Iterable[Kind]) -> Public | None:
    """The article that may keep those who approve the accounts in the room."""
    ordinary = statutes.form is Form.SARL and organ is Organ.ASSEMBLY and Kind.ORDINARY in kinds
    return ACCOUNTS if ordinary else None
