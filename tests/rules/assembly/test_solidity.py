"""What was irregular, set against the margin of each result, and until when a meeting may be contested."""

import pytest

from governance.assembly.despite import MAY_BE_PASSED_OVER, passing_over
from governance.assembly.facts import IrregularityNoted
from governance.assembly.solidity import Bearing, Ground, Influence, Missing, Result, bearing, ground, missing, window
from governance.command import Refused
from governance.statutes.facts import Form
from governance.words import AssemblyId, Day, Public, ResolutionId
from web.words.assembly import GROUNDS, INFLUENCES, IRREGULARITIES, MISSING

AG, ACCOUNTS, LEASE = AssemblyId("ag"), ResolutionId("accounts"), ResolutionId("lease")


def noted(effect, resolution=None, article="20.1"):
    return IrregularityNoted(AG, "too-many-proxies", Public(article), Public("Il pleuvait."), effect, resolution)


@pytest.mark.parametrize(
    ("form", "on", "until", "years", "article"),
    [
        (Form.SA, "2025-09-30", "2028-09-30", 3, "C.civ 1844-14"),
        (Form.SA, "2025-10-01", "2027-10-01", 2, "C.civ 1844-14"),
        (Form.SARL, "2028-02-29", "2030-02-28", 2, "C.civ 1844-14"),
        (Form.ASSOCIATION, "2026-05-20", "2031-05-20", 5, "C.civ 2224"),
    ],
)
def test_how_long_a_meeting_may_be_contested(form, on, until, years, article):
    told = window(form, Day(on))

    assert (told.until, told.years, told.article) == (Day(until), years, article)


@pytest.mark.parametrize(
    ("form", "on", "article", "expected"),
    [
        (Form.SA, "2026-05-20", "C.com R225-95", Ground.LAW),
        (Form.SA, "2026-05-20", "20.1", Ground.STATUTES_ALONE),
        (Form.SA, "2025-05-20", "20.1", Ground.LAW),
        (Form.SAS, "2026-05-20", "20.1", Ground.IF_STATUTES_SAY),
        (Form.ASSOCIATION, "2026-05-20", "20.1", Ground.CONTRACT),
    ],
)
def test_breaking_the_statutes_alone_annuls_nothing_in_a_company_since_the_reform(form, on, article, expected):
    assert ground(form, Day(on), article) is expected


@pytest.mark.parametrize(
    ("margin", "flaws", "expected"),
    [
        (3, [], Bearing(0, Influence.NOTHING_NOTED)),
        (3, [noted(1), noted(1)], Bearing(2, Influence.CANNOT)),
        (3, [noted(1), noted(2)], Bearing(3, Influence.MAY)),
        (3, [noted(1), noted(2, LEASE)], Bearing(1, Influence.CANNOT)),
        (3, [noted(2, LEASE)], Bearing(0, Influence.NOTHING_NOTED)),
        (3, [noted(5, ACCOUNTS)], Bearing(5, Influence.MAY)),
        (300, [noted(1), noted(None)], Bearing(None, Influence.MAY)),
        (None, [noted(1)], Bearing(1, Influence.MAY)),
    ],
)
def test_what_touched_fewer_ballots_than_the_margin_cannot_have_changed_the_result(margin, flaws, expected):
    assert bearing(Result(ACCOUNTS, margin), flaws) == expected


@pytest.mark.parametrize(
    ("form", "kept", "tellers", "expected"),
    [
        (Form.SA, {"minutes", "signed", "sheet", "secretary"}, 2, []),
        (Form.SA, set(), 1, [Missing.MINUTES, Missing.SHEET, Missing.SECRETARY, Missing.TELLERS]),
        (Form.SARL, {"minutes", "sheet", "secretary"}, 0, [Missing.SIGNATURE]),
    ],
)
def test_what_the_proof_of_a_meeting_lacks(form, kept, tellers, expected):
    there = {name: name in kept for name in ("minutes", "signed", "sheet", "secretary")}

    assert missing(form, **there, tellers=tellers) == expected


def test_what_the_statutes_alone_refuse_is_passed_over_with_a_reason():
    broken = [Refused("proxy-across-colleges", article="18"), Refused("too-many-proxies", article="17")]

    noted = passing_over(broken, Public("Deux grippes."), AG, 1)

    assert [(one.rule, one.article, one.reason) for one in noted] == [
        ("proxy-across-colleges", "18", "Deux grippes."),
        ("too-many-proxies", "17", "Deux grippes."),
    ]


@pytest.mark.parametrize(("reason", "why"), [("too-many-proxies", "  "), ("channel-against-law", "Pressés.")])
def test_nothing_is_passed_over_without_a_reason_nor_against_the_law(reason, why):
    with pytest.raises(Refused) as refusal:
        passing_over([Refused(reason)], Public(why), AG, 1)

    assert refusal.value.reason == reason


def test_every_answer_has_its_words():
    assert IRREGULARITIES.keys() >= MAY_BE_PASSED_OVER
    assert {one.value for one in Ground} == GROUNDS.keys()
    assert {one.value for one in Influence} == INFLUENCES.keys()
    assert {one.value for one in Missing} == MISSING.keys()
