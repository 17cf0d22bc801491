"""What the page of the rules says is not applied yet is what no rule reads: neither more nor less."""

import ast
import re
from pathlib import Path
from typing import get_args, get_origin

import governance
from governance.statutes.facts import Ruled, Statutes
from web.edge.schema import hints, without_none
from web.words.clauses import NOT_YET, applied

ROOT = Path(governance.__file__).parent.parent
READERS = [
    file
    for floor in ("governance", "web", "projections")
    for file in (ROOT / floor).rglob("*.py")
    if "statutes" not in file.as_posix().removeprefix(ROOT.as_posix())
]
ASIDE = {
    ("form_effective_from",),  # told, and no more
    ("loss", "exclusion", "price"),  # paid back as any other share (L47 art. 18)
    ("capital", "vote_suspended_days"),  # the law's own days are applied, the findings tell the others
    ("capital", "stated"),  # the slips of the paper, told by the findings
    ("printed", "numbering"),
}


def clauses(kind=Statutes, path=()):
    for name, wanted in hints(kind).items():
        wanted = without_none(wanted)
        inside = get_args(wanted)[0] if get_origin(wanted) is tuple else wanted
        if hasattr(inside, "__dataclass_fields__") and get_origin(inside) is not Ruled:
            yield from clauses(inside, (*path, name))
        else:
            yield (*path, name)


LOOKED_UP = re.compile(r"#>>? '\{([\w,]+)\}'")  # in the statutes of a register, by SQL


def read():
    """Every name that is read of something, or looked up."""
    for file in READERS:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute):
                yield node.attr
            elif isinstance(node, ast.Constant) and "words" not in file.parts:
                yield node.value
                yield from (name for path in LOOKED_UP.findall(str(node.value)) for name in path.split(","))


def test_a_clause_that_nothing_reads_says_so():
    known = set(read())

    assert [path for path in clauses() if path[-1] not in known and applied(path) and path not in ASIDE] == []


def test_a_clause_that_a_rule_reads_does_not_say_the_contrary():
    """Whoever fails here made a rule read it: take it out of NOT_YET."""
    rules = "".join(file.read_text() for file in READERS if "governance" in file.parts)
    names = {name.rpartition(".")[2] for name in NOT_YET} - {"remote", "holder", "least", "most", "seats", "meetings"}

    assert [name for name in names if f"statutes.{name}" in rules or f"board.{name}" in rules] == []


def test_every_clause_said_not_to_be_applied_is_one():
    known = {".".join(path[:end]) for path in clauses() for end in range(1, len(path) + 1)}

    assert known >= NOT_YET
