"""The worker: follows the record, does what is due, sweeps what is past. It obeys the same rules as everybody."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event, Thread

from governance.command import PALABRE, Refused
from governance.record.sealer import Sealer, last
from governance.record.vault import sweep
from governance.vote.close import CloseVote, CountVote
from governance.vote.consult import EndConsultation
from projections.past import Historian
from projections.registers import REGISTERS
from projections.vote import votes
from web import files
from web.advice.index import Index, send_links
from web.falling_due import close_discussions, end_memberships, follow_movements, warn_absent, watch
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.office import Following, Office
from web.outbox import Outbox
from web.pace import Pace
from web.retention import SWEPT
from web.sending import Post
from web.stamping import Authority
from web.stamps import Stamps
from web.takeover.carry_out import carry_out
from web.trouble import HouseError
from web.witnessing import Asker


def work(house: House, post: Post, stop: Event, authority: Authority | None = None) -> None:
    """Until told to stop, for every cooperative of the house that is open, those made or opened again meanwhile too."""
    desks: dict[str, ExitStack] = {}
    pace = Pace("the worker")
    try:
        while not stop.is_set():
            with pace.turn(), ExitStack() as each:  # one that stumbles holds up none of the others
                there = {coop.slug: coop for coop in house.cooperatives() if coop.state == "open"}
                each.callback(send_links, house)
                for slug in desks.keys() - there.keys():
                    each.callback(desks.pop(slug).close)
                for slug in there.keys() - desks.keys():
                    each.callback(_arrive, desks, slug, working(house, there[slug], post, authority))
            stop.wait(pace.pause)
    finally:
        for desk in desks.values():
            desk.close()


def _arrive(desks: dict[str, ExitStack], slug: str, at_work: AbstractContextManager[None]) -> None:
    desk = ExitStack()
    desk.enter_context(at_work)
    desks[slug] = desk


@contextmanager
def working(house: House, coop: Cooperative, post: Post, authority: Authority | None = None) -> Iterator[None]:
    """The follower of one cooperative, and those who work there, each in a thread, until the block ends."""
    conninfo, key, stop = house.conninfo(coop.database, "worker"), house.master_key(), Event()
    with Following(conninfo, key), closing(Office(conninfo, key)) as office:
        house.heads.guard(coop.slug, office)
        desks = _desks(house, coop.slug, office, post, authority, stop)
        desks[f"the historian of {coop.slug}"] = Historian(office.record, office.vault, conninfo, REGISTERS).turn
        threads = [
            Thread(target=_again, args=[who, office, turn, stop], name=who, daemon=True) for who, turn in desks.items()
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            stop.set()
            for thread in threads:
                thread.join(timeout=15)  # a mail server may take that long to answer


def _desks(
    house: House, slug: str, office: Office, post: Post, authority: Authority | None, stop: Event
) -> dict[str, Callable[[], None]]:
    """What each does in a turn, on its own: letters and votes wait neither for a register of many thousand lines nor
    for somebody outside; every entry is under a signed head a second or two after it was written.
    """
    desks: dict[str, Callable[[], None]] = {
        f"the clerk of {slug}": Clerk(office, slug, post, stop).turn,
        f"the keeper of registers of {slug}": lambda: carry_out(office, stop),
        f"the sealer of {slug}": lambda: seal(office, house, slug),
        f"the usher of {slug}": partial(Index(house, slug).keep, office),
    }
    asker = Asker(office, house.heads, slug, post.address)
    desks[f"who asks the witnesses of {slug}"] = partial(asker.turn, stop)
    if authority:
        desks[f"the dater of {slug}"] = partial(Stamps(office, authority).turn, stop)
    return desks


def _again(who: str, office: Office, turn: Callable[[], None], stop: Event) -> None:
    """Turn after turn, once every register is there; what could not be done is done at the next."""
    pace = Pace(who)
    while not stop.is_set():
        with pace.turn():
            office.wait(0)
            turn()
        stop.wait(pace.pause)


class Clerk:
    """Letters and votes, and the broom once a day."""

    def __init__(self, office: Office, slug: str, post: Post, stop: Event) -> None:
        self._office, self._slug, self._post, self._stop = office, slug, post, stop
        self._looked = dict[str, int]()
        self._swept = datetime.min.replace(tzinfo=UTC)

    def turn(self) -> None:
        turn(self._office, self._slug, self._post, self._stop, self._looked)
        if datetime.now(UTC) - self._swept > timedelta(days=1):
            tidy(self._office)
            self._swept = datetime.now(UTC)


def turn(office: Office, slug: str, post: Post, stop: Event, looked: dict[str, int]) -> None:
    """Everything that is due now, for one cooperative. `looked`: how far each roll was brought."""
    end_memberships(office)
    close_discussions(office)
    follow_movements(office, looked)
    watch(office, looked)
    warn_absent(office)
    outbox = Outbox(office, slug, post)
    outbox.fill()
    outbox.send(stop)
    outbox.tell()
    close_votes(office)


def seal(office: Office, house: House, slug: str) -> None:
    """All that is not under a signed head yet. Raises HouseError where the database went back, or the key is gone."""
    with office.reading() as db:
        if head := house.heads.lost(slug, db):
            office.record.close(Refused("record-went-back", size=head.size))
            raise HouseError(_("« %(slug)s » a perdu des écritures signées (%(size)s).", slug=slug, size=head.size))
        before = last(db)
        house.erased.note(slug, db, before.position if before else 0)
        sealer = Sealer(office.record, house.keys.sealing(slug, new=before is None))
        while sealed := sealer.seal(db):
            house.heads.keep(slug, sealed.note)


def close_votes(office: Office) -> None:
    """Those whose announced hour has come are closed, those closed are counted, consultations end with their last vote;
    the rules decide again."""
    with office.reading() as db:
        due = votes.past_closing(db)
    for vote in due:
        if vote["closed_at"] is None:
            office.execute(CloseVote(vote["id"]), PALABRE, f"close-{vote['id']}")
        if not vote["awaited"]:
            office.execute(CountVote(vote["id"], vote["assembly"]), PALABRE, f"count-{vote['id']}")
    with office.reading() as db:
        over = votes.consultations_over(db)
    for one in over:
        office.execute(EndConsultation(one["assembly"], tuple(one["votes"])), PALABRE, f"end-{one['assembly']}")


def tidy(office: Office) -> None:
    """Words that no entry cites, links and sessions that are over, old readings, abandoned drafts."""
    with office.reading() as db:
        sweep(db)
        files.sweep(db)
        for sentence in SWEPT:
            db.execute(sentence)
