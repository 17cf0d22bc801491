"""The worker: follows the record, does what is due, sweeps what is past. It obeys the same rules as everybody."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from governance.command import PALABRE
from governance.record.sealer import Sealer, last
from governance.record.vault import sweep
from governance.vote.close import CloseVote, CountVote
from governance.vote.consult import EndConsultation
from projections.vote import votes
from web import files
from web.falling_due import close_discussions, end_memberships, follow_movements, warn_absent, watch
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.notices import Post
from web.office import Following, Office
from web.outbox import Outbox
from web.pace import Pace
from web.takeover.carry_out import carry_out
from web.trouble import HouseError

SWEPT = (
    "delete from public.attempt where at < clock_timestamp() - interval '1 day'",
    "delete from public.entrance where expires < clock_timestamp() - interval '1 day'",
    "delete from public.session where opened < clock_timestamp() - interval '1 day'",
    "delete from public.reading where at < clock_timestamp() - interval '12 months'",
    "delete from public.contribution where decided < clock_timestamp() - interval '6 months'",
    "delete from public.on_paper where at < clock_timestamp() - interval '6 months'",
    "delete from public.statutes_draft where at < clock_timestamp() - interval '6 months'",  # as its page says
)


def work(house: House, post: Post, stop: Event) -> None:
    """Until told to stop, for every cooperative of the house, those made meanwhile too."""
    with ExitStack() as desks:
        known: set[str] = set()
        pace = Pace("the worker")
        while not stop.is_set():
            with pace.turn():
                for coop in house.cooperatives():
                    if coop.state == "open" and coop.slug not in known:
                        desks.enter_context(working(house, coop, post))
                        known.add(coop.slug)
            stop.wait(pace.pause)


@contextmanager
def working(house: House, coop: Cooperative, post: Post) -> Iterator[None]:
    """The follower of one cooperative, its clerk, its keeper of registers, each in a thread, until the block ends."""
    conninfo, key, stop = house.conninfo(coop.database, "worker"), house.master_key(), Event()
    with Following(conninfo, key):
        office = Office(conninfo, key)
        house.heads.guard(coop.slug, office)
        clerk = Thread(target=_turns, args=[office, coop.slug, post, stop], name=f"clerk {coop.slug}", daemon=True)
        keeper = Thread(target=_take_over, args=[office, coop.slug, stop], name=f"keeper {coop.slug}", daemon=True)
        sealer = Thread(target=_seal, args=[office, house, coop.slug, stop], name=f"sealer {coop.slug}", daemon=True)
        clerk.start()
        keeper.start()
        sealer.start()
        try:
            yield
        finally:
            stop.set()
            clerk.join(timeout=15)  # a mail server may take that long to answer
            keeper.join(timeout=15)
            sealer.join(timeout=15)
            office.close()


def _turns(office: Office, slug: str, post: Post, stop: Event) -> None:
    """Turn after turn; what could not be done is done at the next."""
    swept = datetime.min.replace(tzinfo=UTC)
    pace, looked = Pace(f"the clerk of {slug}"), dict[str, int]()
    while not stop.is_set():
        with pace.turn():
            turn(office, slug, post, stop, looked)
            if datetime.now(UTC) - swept > timedelta(days=1):
                tidy(office)
                swept = datetime.now(UTC)
        stop.wait(pace.pause)


def _take_over(office: Office, slug: str, stop: Event) -> None:
    """Registers of many thousand lines, while letters and votes have a thread that does not wait for them."""
    pace = Pace(f"the keeper of registers of {slug}")
    while not stop.is_set():
        with pace.turn():
            carry_out(office, stop)
        stop.wait(pace.pause)


def _seal(office: Office, house: House, slug: str, stop: Event) -> None:
    """Every entry under a signed head a second or two after it was written, whatever the letters do."""
    pace = Pace(f"the sealer of {slug}")
    while not stop.is_set():
        with pace.turn():
            seal(office, house, slug)
        stop.wait(pace.pause)


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
            raise HouseError(_("« %(slug)s » a perdu des écritures signées (%(size)s).", slug=slug, size=head.size))
        sealer = Sealer(office.record, house.keys.sealing(slug, new=last(db) is None))
        while sealed := sealer.seal(db):
            house.heads.keep(slug, sealed)


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
