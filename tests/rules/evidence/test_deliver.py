"""Delivering a document with what produced it: once, of a size that the cooperative keeps."""

from dataclasses import replace

from governance.evidence.attach import HEAVIEST
from governance.evidence.deliver import DeliverDocument
from governance.evidence.facts import Digest, Medium
from governance.evidence.trace_facts import DocumentDelivered, DocumentId, Thing
from governance.words import Day, Public
from tests.gwt import given
from tests.rules.project.roadmap import PILOT, ROADMAP

deliver = DeliverDocument(
    DocumentId("d"), Thing(f"milestone.{PILOT}"), Public("Étude"), Digest("0" * 64), 9, Medium.PDF, Day("2026-01")
)


def test_it_is_delivered_once():
    delivered = DocumentDelivered(**vars(deliver))

    given(*ROADMAP).when(deliver).then(delivered)
    given(*ROADMAP, delivered).when(deliver).then()
    given(*ROADMAP, delivered).when(replace(deliver, title=Public("Note"))).refused("already-reported")

    second = replace(deliver, document=DocumentId("d2"), of=Thing("document.d"))
    given(*ROADMAP, delivered).when(second).then(DocumentDelivered(**vars(second)))


def test_it_goes_with_something_of_the_record_and_has_a_title_and_a_size():
    given(*ROADMAP).when(replace(deliver, of=Thing("action.nulle"))).refused("unknown-thing")
    given(*ROADMAP).when(replace(deliver, title=Public(" "))).refused("report-without-words")
    given(*ROADMAP).when(replace(deliver, size=HEAVIEST + 1)).refused("file-size")
