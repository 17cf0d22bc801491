"""The register of categories and collèges in time: each period of each member, one after the other without a gap.

Read from the register of members, written in none. On a day, the period that was then running has no end.
"""

from typing import LiteralString

from projections.paging import Book

_PERIOD: LiteralString = """
    select person.name, person.sort_key, standing.member, standing.category, standing.college, standing.since,
        lower(standing.valid) as "from",
        case when upper(standing.valid) <= %(day)s::date then upper(standing.valid) - 1 end as until
    from member_standing as standing join person on person.id = standing.member
    where not isempty(standing.valid) and lower(standing.valid) <= %(day)s::date
        and standing.known @> %(known)s::timestamptz
"""

PERIODS = Book(
    source=_PERIOD,
    orders={
        "name": ("sort_key", "member", '"from"'),
        "from": ('"from"', "sort_key", "member"),
        "until": ("coalesce(until, 'infinity')", "sort_key", "member", '"from"'),
        "category": ("category", "sort_key", "member", '"from"'),
        "college": ("coalesce(college, '')", "sort_key", "member", '"from"'),
    },
    filters={"college": "coalesce(college, '')", "categorie": "category"},
    answers="member in (select person.id from person where {heard})",
)
