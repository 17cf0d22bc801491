"""Two cooperatives in one installation never see each other: every page of one, with the session of the other."""

import re

import pytest

from tests.site import Site
from tests.stories.test_demonstration import ALPES, POLE, words_about_people
from web.app import ROUTES
from web.counter import Page
from web.visitor import everybody

THINGS = {
    ALPES: {
        "member": "udess05", "person": "sec", "assembly": "ag-2026-06", "resolution": "r-ag-2026-06-1",
        "vote": "v-ag-2026-06-1", "decision": "d-pilote", "version": "statuts-2025", "milestone": "scic",
        "label": "french-impact", "office": "chair",
    },
    POLE: {
        "member": "presidente", "person": "sec", "assembly": "ag-2026-05", "resolution": "r-ag-2026-05-1",
        "vote": "v-ag-2026-05-1", "decision": "d-ag-2026-05-1", "version": "regles-2018", "milestone": "ag-2018",
        "office": "chair",
    },
}  # fmt: skip
PAGES = [route for route in ROUTES if isinstance(route, Page)]


def address(page: Page, slug: str) -> str:
    """The page about something that is there, where there is such a thing."""
    return f"/{slug}" + re.sub(
        r"{(\w+)(:int)?}", lambda found: "1" if found[2] else THINGS[slug].get(found[1], "1"), page.path
    )


@pytest.mark.parametrize(("theirs", "mine"), [(ALPES, POLE), (POLE, ALPES)])
def test_nothing_of_theirs_is_shown_with_a_session_of_mine(sites: dict[str, Site], theirs: str, mine: str):
    visitor = sites[mine].browser("sec")
    visitor.follow_redirects = False
    session = visitor.cookies[f"palabre-{mine}"]
    visitor.cookies.set(f"palabre-{theirs}", session)  # a cookie carried where it was not given
    heads = {slug: site.head for slug, site in sites.items()}
    hidden = words_about_people(theirs) - words_about_people(mine)

    for page in PAGES:
        where = address(page, theirs)
        for verb in sorted((page.methods or set()) & {"GET", "POST"}):
            answer = visitor.request(verb, where, data={"gesture": "b" * 32} if verb == "POST" else None)
            if page.readers is not everybody:
                assert answer.status_code in (303, 404), (verb, where)
                assert answer.headers.get("location", "").startswith(f"/{theirs}/connexion"), (verb, where)
            assert not [word for word in hidden if word in answer.text], (verb, where)
    assert {slug: site.head for slug, site in sites.items()} == heads


@pytest.mark.parametrize("name", ["members", "member", "assembly", "vote", "decision", "statutes", "roadmap", "home"])
@pytest.mark.parametrize("slug", [ALPES, POLE])
def test_the_same_addresses_answer_those_whom_they_are_for(sites: dict[str, Site], slug: str, name: str):
    """Else the test above would hold for pages that are not there."""
    [page] = [page for page in PAGES if page.name == name]

    assert sites[slug].browser("sec").get(address(page, slug)).status_code == 200
