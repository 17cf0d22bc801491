"""What the letter that carries a newsletter says, and how its reader leaves."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.news_facts import NewsletterId
from projections.network import news
from web.documents.contents import legal
from web.mail.letters import NewsWords
from web.newsletters.reading import items
from web.words.network import TELLS


def words(
    db: Connection[DictRow], coop: dict[str, Any], newsletter: str, home: str, link: str, leave: str
) -> NewsWords:
    """`home`: the address of the cooperative, to which each piece of news adds its own."""
    row = news.of(db, NewsletterId(newsletter))
    assert row is not None  # the letter was made from the register
    return {
        "cooperative": legal(coop),
        "title": row["title"],
        "opening": row["opening"],
        "pieces": [
            {"kind": str(TELLS[one.tells.value]), "text": one.text, "link": f"{home}/{one.path}"} for one in items(row)
        ],
        "closing": row["closing"],
        "link": link,
        "leave": leave,
    }
