"""The register of the days of the capital: what each did to it in all, kept as it happens, so that a page need not sum
every movement ever written."""

from typing import LiteralString

from governance.capital.facts import SharesCancelled, SharesExchanged, SharesPaid, SharesSubscribed, SharesTakenOver
from projections.register import Register


def _day(shares: LiteralString, worth: LiteralString, owed: LiteralString) -> LiteralString:
    """`peak`: the highest that the capital was in the day, above its evening before; null if it did not move."""
    return f"""
        insert into capital_day
        select "on"::date, sum(shares), sum(worth), sum(owed), max(height) filter (where worth <> 0)
        from (
            select "on", {shares} as shares, {worth} as worth, {owed} as owed,
                sum({worth}) over (partition by "on" order by position) as height
            from {{facts}}
        ) as moved
        group by "on"
        on conflict (happened) do update set shares = capital_day.shares + excluded.shares,
            worth = capital_day.worth + excluded.worth, owed = capital_day.owed + excluded.owed,
            peak = greatest(capital_day.peak, capital_day.worth + excluded.peak)
    """


days = Register(
    name="days",
    apart=("on",),
    schema="""
        create table capital_day (
            happened date primary key,
            shares   bigint not null,
            worth    bigint not null,
            owed     bigint not null,
            peak     bigint
        );
    """,
    sentences={
        SharesSubscribed: _day("shares", "shares * nominal", "shares * nominal"),
        SharesTakenOver: _day("shares", "shares * nominal", "shares * nominal - paid"),
        SharesPaid: _day("0", "0", "-amount"),
        SharesExchanged: _day('"into" - shares', "0", "0"),
        SharesCancelled: _day("-shares", "-shares * nominal", "-unpaid"),
    },
)
