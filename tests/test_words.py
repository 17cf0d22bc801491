"""Every reason the rules can give is said, and everything that is said can be given."""

import re
from collections import Counter
from pathlib import Path

import pytest

from governance.command import Refused
from web.words import REFUSALS, ROOMS, said

ROOT = Path(__file__).parent.parent
REASON = re.compile(r"""Refused\(\s*(?:f?"|')([a-z-]+)(?:"|')""")


def given() -> set[str]:
    """The reasons written in the rules and at the counter, those chosen between two words included."""
    files = [file for folder in ("governance", "web") for file in (ROOT / folder).rglob("*.py")]
    source = "\n".join(file.read_text() for file in files if file.parent != ROOT / "web" / "words")
    words = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source))
    return set(REASON.findall(source)) | (words & set(REFUSALS))


def test_every_refusal_is_said_in_french():
    assert given() - set(REFUSALS) == set()


def test_every_sentence_answers_a_reason_that_the_rules_can_give():
    assert set(REFUSALS) - given() == set()


def test_a_reason_is_said_in_one_room_alone():
    times = Counter(reason for room in ROOMS for reason in room.REFUSALS)

    assert [reason for reason, rooms in times.items() if rooms > 1] == []


@pytest.mark.parametrize("reason", sorted(REFUSALS))
def test_a_refusal_says_what_to_do_in_a_whole_sentence(reason):
    sentence = str(REFUSALS[reason][0])

    assert sentence.endswith((".", "?", "!"))
    assert len(sentence.split()) > 3
    assert "{" not in sentence


def test_a_refusal_of_the_statutes_quotes_their_article_before_the_law():
    sentence, article = said(Refused("secret-vote-on-paper", article="24"))

    assert article == "art. 24 des statuts"
    assert "secret" in sentence
