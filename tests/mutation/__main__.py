"""`python -m tests.mutation [module…]`: how much of a slip of the pen in counting the tests would notice.

Not part of the tests: it runs them thousands of times. Ends badly below the score that is asked.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest

import governance.counting
from tests.mutation.changes import changes
from tests.mutation.equivalent import EQUIVALENT
from tests.mutation.trial import Trial

ASKED = 95  # percent
FOLDER = Path(governance.counting.__file__).parent
TESTS = Path(__file__).parents[1] / "rules" / "counting"


def main(names: list[str]) -> int:
    modules = [module for module in sorted(FOLDER.glob("*.py")) if not names or module.stem in names]
    every = [
        one
        for module in modules
        for one in changes(module)
        if (one.module.stem, one.before, one.after) not in EQUIVALENT
    ]
    trial = Trial(every, FOLDER)
    pytest.main(["-q", "--tb=native", "-p", "no:cacheprovider", "-p", "no:xdist", str(TESTS)], plugins=[trial])
    missed = Counter(change.module.stem for change in trial.unnoticed)
    for name, number in Counter(change.module.stem for change in every).items():
        print(f"{name:<16} {number - missed[name]:>5} of {number:<5} {100 * (number - missed[name]) // number} %")
    score = 100 * (len(every) - len(trial.unnoticed)) // max(1, len(every))
    print(f"{score} % of {len(every)} changes noticed")
    return int(score < ASKED)


sys.exit(main(sys.argv[1:]))
