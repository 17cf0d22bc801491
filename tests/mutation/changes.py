"""The small changes that a slip of the pen could make: a comparison, an operation, a constant, a condition."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
RECKONED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
TYPES = {"TypeVar", "NewType"}
NAMED = {"min": "max", "max": "min", "any": "all", "all": "any", "ceil": "floor", "floor": "ceil"}


@dataclass(frozen=True)
class Change:
    """One change. `inside`: the function that it is in, as Python qualifies it; empty: a table of the module."""

    module: Path
    inside: str
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.module.stem}.{self.inside or '(table)'}:{self.line}\n  - {self.before}\n  + {self.after}"


def changes(module: Path) -> Iterator[Change]:
    tree = ast.parse(module.read_text())
    for inside, statement in _statements(tree):
        for node in [one for one in _walk(statement) if not isinstance(one, ast.expr_context)]:
            for put in _slips(node):
                before, undo = ast.unparse(statement), copy.copy(node.__dict__)
                put()
                changed = copy.deepcopy(tree)
                after = ast.unparse(statement)
                node.__dict__.clear()
                node.__dict__.update(undo)
                yield Change(
                    module, inside, statement.lineno, *_told(before, after), ast.fix_missing_locations(changed)
                )


def _told(before: str, after: str) -> tuple[str, str]:
    """The first line that differs."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(((one.strip(), two.strip()) for one, two in pairs if one != two), (before, after))


def _statements(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """The functions and methods, and the tables of the module; the fields of a dataclass are shapes, not reckoning."""
    for one in tree.body:
        if isinstance(one, ast.FunctionDef):
            yield one.name, one
        elif isinstance(one, ast.ClassDef):
            yield from ((f"{one.name}.{each.name}", each) for each in one.body if isinstance(each, ast.FunctionDef))
        elif (
            isinstance(one, ast.Assign | ast.AnnAssign)
            and getattr(getattr(one.value, "func", None), "id", "") not in TYPES
        ):
            yield "", one


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Neither annotations, nor defaults, nor docstrings."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "args" if isinstance(node, ast.FunctionDef) else "", "decorator_list"):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST) and not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
                yield from _walk(one)


def _slips(node: ast.AST) -> Iterator:
    """Each as a function that makes it in place."""
    match node:
        case ast.Compare(ops=[op]):
            yield from (lambda new=new: node.__dict__.update(ops=[new()]) for new in COMPARED[type(op)])
        case ast.Compare(ops=[first, *others]):
            yield from (lambda new=new: node.__dict__.update(ops=[new(), *others]) for new in COMPARED[type(first)])
            last = node.ops[-1]
            yield from (
                lambda new=new: node.__dict__.update(ops=[*node.ops[:-1], new()]) for new in COMPARED[type(last)]
            )
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in RECKONED:
            yield lambda: node.__dict__.update(op=RECKONED[type(op)]())
        case ast.BoolOp(op=op):
            yield lambda: node.__dict__.update(op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield lambda: node.__dict__.update(
                op=ast.UAdd() if isinstance(node.op, ast.USub) else ast.Not(),
                operand=(operand if isinstance(node.op, ast.USub) else ast.UnaryOp(ast.Not(), operand)),
            )
        case ast.Constant(value=bool() as value):
            yield lambda: node.__dict__.update(value=not value)
        case ast.Constant(value=int() as value):
            yield lambda: node.__dict__.update(value=value + 1)
        case ast.Constant(value=str() as value) if value:
            yield lambda: node.__dict__.update(value=value + "x")
        case ast.IfExp(body=body, orelse=orelse):
            yield lambda: node.__dict__.update(body=orelse, orelse=body)
        case ast.If(test=test) | ast.While(test=test):
            yield lambda: node.__dict__.update(test=ast.UnaryOp(ast.Not(), test))
        case ast.comprehension(ifs=[_, *_]):
            yield lambda: node.__dict__.update(ifs=[])
        case ast.Name(id=name) if name in NAMED:
            yield lambda: node.__dict__.update(id=NAMED[name])
