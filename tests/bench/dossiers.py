"""The dossier of the demonstration: sealed, from the registers to the zip that is kept."""

from typing import Any

from governance.evidence.facts import EVERYTHING
from governance.evidence.template import LabelId
from governance.record.sealer import Sealer
from governance.words import DossierId, PersonId
from tests.bench.beside import Line, a_second
from tests.conftest import Database
from tests.office import open_office
from tests.site import open_site
from web import sealing
from web.commands.demo import FOLDER
from web.importing import carry_out, read_beside
from web.letterhead import letterhead
from web.members import today
from web.office import Office

LABEL, SECRETARY = LabelId("french-impact"), PersonId("sec")
PATIENCE = 120.0  # seconds


def lines(database: Database) -> list[Line]:
    with open_site(database, opened=False) as site, open_office(database, "worker") as worker:
        office = site.office
        carry_out(read_beside(FOLDER / "hautes-alpes.yaml"), office.record)
        office.patience = PATIENCE
        office.wait(site.head)
        with worker.reading() as db:
            while Sealer(worker.record, bytes(32)).seal(db):
                pass
        with office.reading() as db:
            coop = letterhead(db, office.vault)
        rate = a_second(1, lambda: seal(office, coop))
        return [Line("dossier of the demonstration, from its registers to its zip", "≤ 5 s", 1 / rate, (rate,), "s")]


def seal(office: Office, coop: dict[str, Any]) -> None:
    asked = sealing.seal(office, coop, LABEL, today(), DossierId("one"), EVERYTHING)
    office.record.execute(asked, SECRETARY, "one")
