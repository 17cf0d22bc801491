"""Files of evidence at the counter: a label pursued, its coverage, dossiers sealed and given again."""

import json

import psycopg
import pytest

from governance.evidence.facts import DossierSealed, LabelPursued
from governance.record import log
from governance.record.sealer import last
from governance.words import Day, Office
from tests.conftest import Database
from tests.documents.reading import Paper
from tests.documents.signing import certificate
from tests.office import open_office
from tests.pages.evidence import LABEL, MAP, PURSUED, attach, attached, seal, words
from tests.site import Site
from web import sealing, verify
from web.packing import unpacked
from web.shipped import whole
from web.worker import seal as sign


def last_signed(office):
    with office.reading() as db:
        return last(db)


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sol", "Sol", Office.SECRETARY))


def test_a_label_is_pursued_from_the_file_that_we_ship(site: Site, secretary):
    offered = words(secretary.get(site.at("/dossiers/labels")))
    page = secretary.post(
        site.at("/dossiers/labels"), data={"gesture": "a" * 32, "label": "french-impact", "on": "2018"}
    )

    assert "modèle 2018, appel clos à notre connaissance" in offered
    assert page.url.path == site.at("/dossiers")
    assert "modèle 2018, appel clos à notre connaissance" in words(page)
    assert site.facts[-1] == LabelPursued(PURSUED.label, PURSUED.template, Day("2018"), PURSUED.text_digest)


def test_a_label_that_we_do_not_ship_is_refused(site: Site, secretary):
    page = secretary.post(site.at("/dossiers/labels"), data={"gesture": "a" * 32, "label": "lune", "on": "2018"})

    assert page.status_code == 409
    assert "ne connaît pas ce label" in words(page)


def test_without_a_label_there_is_nothing_to_prove(site: Site, secretary):
    assert "ne vise encore aucun label" in words(secretary.get(site.at("/dossiers")))
    assert secretary.get(site.at(LABEL)).status_code == 404
    assert secretary.get(site.at(f"{LABEL}/scellement")).status_code == 404


def test_the_coverage_says_what_proves_what_is_missing_and_who_can_supply_it(site: Site, pursuing):
    page = words(pursuing.get(site.at(LABEL)))

    for said in (
        "prouvé en partie",
        "manquant",
        "La liste des communes ou la carte du territoire : <strong>0</strong>",
        "À fournir par : la collectivité ou la structure pilote.",
        "Au moins 3 : repère du PTCE (décret 2015-431, art. 3), faute de barème public.",
        "Le barème, les seuils et le poids de chaque critère ne sont pas publics.",
        "Personnes ou structures interrogées : 310. 1 fait le prouve.",
        "Personnes morales membres au jour dit, comptées une fois",
    ):
        assert said in page


def test_before_sealing_one_sees_what_will_be_sealed(site: Site, pursuing):
    attach(site, pursuing)
    page = words(pursuing.get(site.at(f"{LABEL}/scellement")))

    assert "jusqu’au " in page
    assert "prouvé en partie" in page


def test_a_dossier_is_sealed_on_the_head_and_verifies_alone(site: Site, pursuing, tmp_path):
    attach(site, pursuing)
    entries = list(site.office.record.entries())
    page = seal(site, pursuing)

    sealed = site.facts[-1]
    assert isinstance(sealed, DossierSealed)
    assert page.url.path == site.at(f"/dossiers/{'d' * 32}")
    assert (sealed.head, sealed.size) == (entries[-1].position, len(entries))
    assert sealed.root == log.root(entry.leaf for entry in entries).hex()
    assert sealed.root in page.text
    assert sealed.digest in page.text
    file = tmp_path / "dossier.zip"
    file.write_bytes(pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content)
    report = verify.verify(file, sealed.root, sealed.digest)
    assert (report.code, report.faults) == (0, [])


def test_a_dossier_bears_the_head_as_the_sealer_signed_it(site: Site, pursuing, cooperative: Database, tmp_path):
    attach(site, pursuing)
    with open_office(cooperative, "worker") as office:
        sign(office, cooperative.house, site.slug)
        head = last_signed(office)
    seal(site, pursuing)

    file = tmp_path / "dossier.zip"
    file.write_bytes(pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content)
    report = verify.verify(file, head.root.hex(), key=head.key)
    assert (report.code, report.faults) == (0, [])
    assert unpacked(file.read_bytes())["tete.note"].decode() == head.note
    assert site.facts[-1].size == head.size


def opened(site: Site, browser, dossier: str = "d" * 32) -> dict[str, bytes]:
    return unpacked(browser.get(site.at(f"/dossiers/{dossier}/fichier")).content)


def test_the_zip_says_what_the_pages_said(site: Site, pursuing):
    attach(site, pursuing)
    seal(site, pursuing)

    files = opened(site, pursuing)
    manifest = json.loads(files["manifeste.json"])
    assert [one["etat"] for one in manifest["criteres"]] == ["partly", "proved", "partly", "partly", "missing"]
    assert manifest["label"]["edition"] == "modèle 2018, appel clos à notre connaissance"
    assert manifest["statuts"] == "2020-01-01"
    figures = {one["nom"]: one["valeur"] for one in json.loads(files["chiffres.json"])}
    assert (figures["survey_answers"], figures["organisations"], figures["milestones_reached"]) == ("28", "3", "1")
    assert [name for name in files if name.startswith("pieces/")] == [manifest["pieces"][0]["fichier"]]
    assert MAP in files.values()
    summary = Paper(files["resume.pdf"])
    assert summary.declared == ("3", "A", "1")
    enclosed = {name: (str(summary.relationship(name)), summary.attached(name)) for name in summary.file.attachments}
    assert enclosed.pop("dossier.json")[0] == "/Source"
    alongside = ("chiffres.csv", "chiffres.json", "faits.csv", "faits.jsonl")
    assert enclosed == {name: ("/Data", files[name]) for name in alongside}


def test_nothing_of_a_person_leaves(site: Site, pursuing):
    seal(site, pursuing)

    facts = opened(site, pursuing)["faits.jsonl"].decode()
    kinds = {json.loads(json.loads(line)["entree"])["kind"] for line in facts.splitlines()}
    assert kinds == {
        *("StatutesAdopted", "OrganisationRegistered", "MemberAdmitted", "SessionOpened", "VoteCounted"),
        *("MeetingReported", "SurveyReported", "NeedStated", "MilestonePlanned", "MilestoneReached"),
    }
    assert '\\"member\\":\\"lea\\"' not in facts


def test_a_dossier_sealed_twice_by_a_double_click_is_one(site: Site, pursuing):
    first, again = seal(site, pursuing), seal(site, pursuing)

    assert first.url == again.url
    assert sum(isinstance(fact, DossierSealed) for fact in site.facts) == 1


def test_a_later_dossier_proves_the_head_of_the_former_and_both_stay(site: Site, pursuing, tmp_path):
    seal(site, pursuing)
    first = pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content
    head = next(fact.root for fact in site.facts if isinstance(fact, DossierSealed))
    attach(site, pursuing)
    seal(site, pursuing, "e" * 32)

    file = tmp_path / "dossier.zip"
    file.write_bytes(pursuing.get(site.at(f"/dossiers/{'e' * 32}/fichier")).content)
    assert verify.verify(file, head).code == 0
    assert pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content == first


def test_the_summary_alone_can_be_read(site: Site, pursuing):
    seal(site, pursuing)
    answer = pursuing.get(site.at(f"/dossiers/{'d' * 32}/resume"))

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content == opened(site, pursuing)["resume.pdf"]


def test_whoever_reads_a_dossier_or_a_piece_is_noted(site: Site, pursuing):
    attach(site, pursuing)
    piece = attached(site)[0].piece
    seal(site, pursuing)
    pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier"))
    pursuing.get(site.at(f"/dossiers/pieces/{piece}"))

    with site.office.reading() as db:
        seen = [(row["person"], row["page"]) for row in db.execute("select * from public.reading order by at")]
    dossier = f"dossiers/{'d' * 32}"
    assert seen == [("sol", page) for page in (dossier, f"{dossier}/fichier", f"dossiers/pieces/{piece}")]


def test_a_piece_altered_in_the_database_stops_the_sealing(site: Site, pursuing, cooperative):
    attach(site, pursuing)
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("update public.stored_file set closed = set_byte(closed, 40, get_byte(closed, 40) # 1)")

    page = seal(site, pursuing)
    assert page.status_code == 409
    assert "« Carte du territoire » manque ou a été altéré" in words(page)
    assert not any(isinstance(fact, DossierSealed) for fact in site.facts)


def test_a_file_that_was_lost_is_said_so(site: Site, pursuing, cooperative):
    attach(site, pursuing)
    seal(site, pursuing)
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("delete from public.stored_file")

    for lost in (f"/dossiers/pieces/{attached(site)[0].piece}", f"/dossiers/{'d' * 32}/fichier"):
        answer = pursuing.get(site.at(lost))
        assert answer.status_code == 409
        assert "Ce fichier manque, ou a été altéré" in words(answer)


def test_pieces_too_heavy_together_are_not_sealed(site: Site, pursuing, monkeypatch):
    attach(site, pursuing)
    monkeypatch.setattr(sealing, "HEAVIEST", len(MAP) - 1)

    page = seal(site, pursuing)
    assert page.status_code == 409
    assert "Les pièces pèsent ensemble" in words(page)


def test_a_register_that_is_late_stops_the_sealing_and_shows_on_the_page(site: Site, pursuing, cooperative):
    with psycopg.connect(cooperative.conninfo("owner"), autocommit=True) as db:
        db.execute("update public.register set broken = 'it broke', position = 1 where name = 'votes'")

    assert "Un registre est en retard" in words(pursuing.get(site.at(LABEL)))
    assert "ses chiffres seraient faux" in words(seal(site, pursuing))


def test_a_member_reads_what_is_proved_and_opens_no_file(site: Site, pursuing):
    attach(site, pursuing)
    seal(site, pursuing)
    member = site.browser("lea")

    page = words(member.get(site.at(LABEL)))
    assert "Carte du territoire" in page
    assert "/dossiers/pieces/" not in page
    assert "Sceller" not in page
    assert member.get(site.at("/dossiers")).status_code == 200
    for closed in (f"/dossiers/{'d' * 32}", f"/dossiers/{'d' * 32}/fichier", f"{LABEL}/scellement"):
        assert member.get(site.at(closed)).status_code == 403


def test_the_auditor_downloads_and_seals_nothing(site: Site, pursuing):
    seal(site, pursuing)
    auditor = site.browser(site.person("ana", "Ana", Office.AUDITOR))

    assert auditor.get(site.at(f"/dossiers/{'d' * 32}/fichier")).status_code == 200
    assert seal(site, auditor, "e" * 32).status_code == 403


def test_anybody_learns_how_to_check_and_takes_the_verifier(site: Site):
    nobody = site.browser()

    page = words(nobody.get(site.at("/dossiers/verification")))
    assert "python3 verifier.py dossier.zip" in page
    assert "Total document signed" in page
    given = nobody.get(site.at("/dossiers/verification/verifier.py"))
    assert given.text == whole()


def test_the_summary_bears_the_seal_of_the_cooperative_where_it_has_a_certificate(site: Site, pursuing, tmp_path):
    site.office.certificate = certificate
    seal(site, pursuing)

    files = opened(site, pursuing)
    (tmp_path / "d.zip").write_bytes(pursuing.get(site.at(f"/dossiers/{'d' * 32}/fichier")).content)
    assert verify.verify(tmp_path / "d.zip").faults == []
    assert b"/ETSI.CAdES.detached" in files["resume.pdf"]
    assert "pdfsig resume.pdf" in files["LISEZMOI.txt"].decode()
