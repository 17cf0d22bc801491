"""A person is erased; every proof that was given before still holds: a file of evidence, an entry, a signed head."""

import base64

from governance.evidence.facts import DossierSealed
from governance.membership.facts import ContactErased
from governance.record.log import leaf
from governance.record.note import Checkpoint
from governance.rights.facts import IdentityErased
from governance.words import Office
from tests.conftest import Database
from tests.office import open_office
from tests.pages.conftest import site  # noqa: F401
from tests.pages.evidence import PURSUED, attach, seal, words
from tests.proof.checking import signed
from tests.site import Site
from web.verify import climbed, verify
from web.worker import seal as sign


def test_who_is_erased_leaves_every_proof_as_it_was(site: Site, cooperative: Database, tmp_path):  # noqa: F811
    leaver = site.person("zoe", "Zoé Valjean", Office.SECRETARY, email="zoe@coop.example")
    site.given(PURSUED)
    secretary = site.browser(site.person("sol", "Sol", Office.SECRETARY))
    attach(site, secretary)
    with open_office(cooperative, "worker") as office:
        sign(office, cooperative.house, site.slug)
    seal(site, secretary)
    [sealed] = [fact for fact in site.facts if isinstance(fact, DossierSealed)]
    file = tmp_path / "dossier.zip"
    file.write_bytes(secretary.get(site.at(f"/dossiers/{sealed.dossier}/fichier")).content)
    known = next(entry for entry in site.office.record.entries() if getattr(entry.fact, "person", "") == leaver)
    proof, _, note = secretary.get(site.at(f"/journal/{known.position}.tlog-proof")).text.partition("\n\n")
    key = words(secretary.get(site.at("/journal"))).split("palabre/")[1].split("<")[0]

    site.given(ContactErased(leaver), IdentityErased(leaver))
    with open_office(cooperative, "worker") as office:
        sign(office, cooperative.house, site.slug)
        with office.reading() as db:
            assert office.vault.open(db, [known.fact.name.commitment]) == {}, "nobody can read her name any more"

    head = Checkpoint.read(note)
    _form, index, *path = proof.splitlines()
    assert verify(file, head.root.hex(), "", f"palabre/{key}").code == 0
    assert signed(note, f"palabre/{key}")
    hexes = [base64.b64decode(one).hex() for one in path]
    assert climbed(leaf(known.data), int(index.split()[1]), head.size, hexes) == head.root.hex()
    page = words(secretary.get(site.at("/journal"), params={"tete": head.root.hex()}))
    assert "C’est bien une tête de ce journal" in page
