"""A process that writes until it is killed, and says what it was told."""

import sys
from itertools import count

from governance.record.record import Record
from governance.record.recorder import PostgresRecorder
from governance.record.vault import MemoryVault
from governance.words import MemberId, PersonId
from tests.record.acts import Come


def gestures(life: str) -> None:
    record = Record(PostgresRecorder(sys.argv[1]), MemoryVault())
    for n in count():
        gesture = f"life{life}.{n}"
        record.execute(Come(MemberId(gesture)), PersonId("lea"), gesture)
        print(gesture, flush=True)


if __name__ == "__main__":
    gestures(sys.argv[2])
