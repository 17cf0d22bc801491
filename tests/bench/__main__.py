"""`python -m tests.bench [--million]`: what a gesture and a register cost beside bare PostgreSQL, printed as a table.

On a server of its own, where a commit reaches the disk. Trust the ratios, not the rates.
"""

import sys

from tests.bench import casting, dossiers, past, phones, reading, sealing, taking_over
from tests.bench.beside import Line
from tests.conftest import fresh_cooperative, house_for_tests

SIZES = [10_000, 100_000]


def main(sizes: list[int]) -> None:
    print(f"{'':<62} {'target':>8} {'measured':>8} {'':<2} a second, ours / the other", flush=True)
    with house_for_tests(fsync=True) as house:
        with fresh_cooperative(house) as database, casting.hall(database) as hall:
            show(casting.one_client(hall, "this disk"))
            show(casting.many_voters(hall, "≥ 0.15", "this disk"))
        with (
            fresh_cooperative(house) as one,
            casting.hall(one) as small,
            fresh_cooperative(house) as other,
            casting.hall(other) as large,
        ):
            small.fill(1_000)
            show(*(casting.grown(small, large, facts) for facts in sizes))
            show(casting.with_doors(large, 100_000))
        with fresh_cooperative(house) as database:
            casting.slower_disk(database)
            with casting.hall(database) as hall:
                show(casting.one_client(hall, "a flush of 2 ms more"))
                show(casting.many_voters(hall, "≥ 0.3", "a flush of 2 ms more"))
        with fresh_cooperative(house) as database:
            show(*phones.five_hundred(database))
        with fresh_cooperative(house) as database:
            show(*reading.rebuilding(database))
        with fresh_cooperative(house) as database:
            show(*reading.paging(database))
        with fresh_cooperative(house) as database:
            show(*taking_over.lines(database))
        with fresh_cooperative(house) as database:
            show(*past.recalled(database, 20_000))
        with fresh_cooperative(house) as database:
            show(*dossiers.lines(database))
        for entries in sizes:
            with fresh_cooperative(house) as database:
                show(*sealing.sealing(database, entries))


def show(*lines: Line) -> None:
    print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    main([*SIZES, 1_000_000] if "--million" in sys.argv else SIZES)
