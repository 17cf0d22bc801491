"""The register of holdings: what each holder has now, kept as it moves, so that pages read only those they name."""

from typing import LiteralString

from governance.capital.facts import (
    SharesCancelled,
    SharesExchanged,
    SharesPaid,
    SharesSubscribed,
    SharesTakenOver,
    SharesTransferred,
)
from projections.register import Register


def _moved(rows: LiteralString) -> LiteralString:
    """`rows`: member, shares and cents owed that are gained or lost."""
    return f"""
        insert into holding select member, sum(shares), sum(owed) from ({rows}) as moved group by member
        on conflict (member) do update
        set shares = holding.shares + excluded.shares, owed = holding.owed + excluded.owed
    """


holdings = Register(
    name="holdings",
    schema="""
        create table holding (
            member text primary key,
            shares bigint not null,
            owed   bigint not null
        );
        create index holding_owed on holding (member) where owed > 0;
    """,
    sentences={
        SharesSubscribed: _moved("select member, shares, shares * nominal as owed from {facts}"),
        SharesTakenOver: _moved("select member, shares, shares * nominal - paid as owed from {facts}"),
        SharesPaid: _moved("select member, 0 as shares, -amount as owed from {facts}"),
        SharesExchanged: _moved('select member, "into" - shares as shares, 0 as owed from {facts}'),
        SharesCancelled: _moved("select member, -shares as shares, -unpaid as owed from {facts}"),
        SharesTransferred: _moved("""
            select whose as member, sign * shares as shares, 0 as owed
            from {facts}, lateral (values (giver, -1), (receiver, 1)) as side (whose, sign)
        """),
    },
)
