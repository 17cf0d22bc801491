"""A logo is a picture that can be printed, not too heavy, with words; it is kept once and may be removed."""

from dataclasses import replace

import pytest

from governance.statutes.facts import LogoKept, LogoRemoved
from governance.statutes.logos import HEAVIEST, KeepLogo, RemoveLogo
from governance.words import Day, Public
from tests.gwt import given

keep = KeepLogo("d" * 64, 900, "image/png", Public("Union européenne – FEADER"), Day("2026-03-02"))
kept = LogoKept(**vars(keep))
remove = RemoveLogo(keep.digest, keep.on)
removed = LogoRemoved(keep.digest, keep.on)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"media_type": "application/pdf"}, "logo-medium"),
        ({"size": HEAVIEST + 1}, "logo-size"),
        ({"words": Public(" ")}, "logo-without-words"),
    ],
)
def test_a_logo_is_refused(change, reason):
    given().when(replace(keep, **change)).refused(reason)


def test_a_logo_is_kept_said_again_and_removed():
    given().when(keep).then(kept)
    given(kept).when(keep).then()
    given(kept).when(replace(keep, words=Public("FEADER"))).then(replace(kept, words=Public("FEADER")))
    given(kept).when(remove).then(removed)
    given(kept, removed).when(remove).then()
    given(kept, removed).when(keep).then(kept)
