"""A migration that was released is applied somewhere: it never changes again, whatever it should have said."""

from hashlib import sha256

import migrations

RELEASED = {
    "installation/0001_cooperatives.sql": "084892cd6821e43529bf3ed047b6a50e3ba581992c70add239e01fe19e5a8918",
    "installation/0002_advisers.sql": "452c79b9181db09feaa8bb4bfb82dbf209de38f3a599184de088452e6e3002d8",
    "installation/0003_suspended.sql": "f4f3fa0011934bc0db0b6ebad8139ea8fc87445a9e301e8490e109ef3865539b",
    "cooperative/0001_record.sql": "4347175bf7777e97d243bed9a50ae2c70d514d2b110ece719112ce1f1abda544",
    "cooperative/0002_vault.sql": "a98c73acc5fa7fbfcc90a9f176167cb05f54a69612f5a1abe0a2d062869adb80",
    "cooperative/0003_registers.sql": "caeb80f559bd4ad13f5a85086576d7a13aa0509922cb5fc41b8c07846ac645ef",
    "cooperative/0004_counter.sql": "1e42edcb6925924ca9311bf0b40df5aeed4ae7e0f50f1bc96eeb6cb94890a0ae",
    "cooperative/0005_takeover.sql": "fd4527b5cca07bb07edf1f15a1a309b8e107f2adc0ca940c4ee172886ac406f1",
    "cooperative/0006_statutes_draft.sql": "83b13c9f1028544ffd829f97cabd54658eb3eec9d7d5ea9094c482931b20894f",
    "cooperative/0007_takeover_rehearsed.sql": "8737052b8ea1869d3f07c9384661e19f8eed3d25d5494ebdc48c8f4eeaf29a36",
    "cooperative/0008_abandoned_drafts.sql": "f97bce05cc214d7a48586c8f636a6cef54451931b51ac50711799650f3125ff4",
    "cooperative/0009_calendar.sql": "2a99ce8234397233d045a20c22a0d39b4b11dd34a4db51390994c3205c64ca85",
    "cooperative/0010_on_paper.sql": "abe3ad80b365bb1cd66e3e9744248c3120caea2185f1b1ae86a203f2a683ea7b",
    "cooperative/0011_log.sql": "49f3446faac6cf80757a40184c05135e198ebb1962a5a1ccdafb0a54457e28b2",
    "cooperative/0012_contributions.sql": "666353b2916243df1240ffd877c8adf024d7e5c95bc16d5fb3e14d530d6b8a9e",
    "cooperative/0013_dossiers.sql": "522a5b2739586260f883b80f6ad64f477463db600284df5f9acbf4a333f36f88",
    "cooperative/0014_stamps.sql": "a6d2c7745e56e58edc3e482bee712fa97932faaf3fd52b1ba87579dbb4889c73",
    "cooperative/0015_past.sql": "faa1e0ba0b6fdcdc4c0b6cb9e39a1bb9aea1fc7f60975751a7ab5fb2f746c166",
    "cooperative/0016_witnesses.sql": "639bfcd8e8951029805c38ae1275893abd006abe9df3e5fe712dd942af669a0a",
}
HERE = {
    f"{folder.name}/{file.name}": sha256(file.read_bytes()).hexdigest()
    for folder in (migrations.INSTALLATION, migrations.COOPERATIVE)
    for file in folder.glob("*.sql")
}


def test_what_was_released_is_as_it_was() -> None:
    changed = [file for file, digest in RELEASED.items() if HERE.get(file) != digest]

    assert not changed, f"put back {', '.join(changed)}, and say what changes in a new file with the next number"


def test_what_is_added_is_written_down_with_its_digest() -> None:
    added = {file: digest for file, digest in HERE.items() if file not in RELEASED}

    assert not added, f"add to RELEASED, and never change again: {added}"
