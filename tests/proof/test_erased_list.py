"""The list of erasures beside the databases: a crash may tear its last line, damage is said and nobody left out."""

import pytest

from governance.membership.facts import ContactErased
from governance.rights.facts import IdentityErased
from tests.pages.conftest import site  # noqa: F401
from tests.site import Site
from web.erased import Erased
from web.trouble import HouseError


@pytest.fixture
def erased(site: Site) -> Site:  # noqa: F811
    leaver = site.person("zoe", "Zoé Valjean", email="zoe@coop.example")
    site.given(ContactErased(leaver), IdentityErased(leaver))
    return site


@pytest.mark.parametrize("cut", [1, 2, 40, 10_000])
def test_a_line_that_a_crash_tore_is_written_again_whole(erased: Site, tmp_path, cut):
    file = tmp_path / "coop.jsonl"
    with erased.office.reading() as db:
        Erased(tmp_path).note("coop", db, 0)
        whole = file.read_bytes()
        assert whole.count(b"\n") == 2
        file.write_bytes(whole[:-cut])

        Erased(tmp_path).note("coop", db, 0)
        assert file.read_bytes() == whole
        assert Erased(tmp_path).again("coop", db) == []


def test_a_list_torn_as_it_was_first_written_leaves_nobody_out(erased: Site, tmp_path):
    file = tmp_path / "coop.jsonl"
    with erased.office.reading() as db:
        Erased(tmp_path).note("coop", db, 0)
        whole = file.read_bytes()
        file.write_bytes(whole[:20])

        Erased(tmp_path).note("coop", db, erased.head)
    assert file.read_bytes() == whole


def test_a_damaged_list_is_said_with_its_name(erased: Site, tmp_path):
    file = tmp_path / "coop.jsonl"
    with erased.office.reading() as db:
        Erased(tmp_path).note("coop", db, 0)
        for damaged in (b'{"at": "20\n', b"[]\n", b"\xff\n", b'{"at": "", "who": ""}\n'):
            file.write_bytes(damaged + file.read_bytes())
            for act in (lambda: Erased(tmp_path).note("coop", db, 0), lambda: Erased(tmp_path).again("coop", db)):
                with pytest.raises(HouseError, match=r"coop\.jsonl"):
                    act()
