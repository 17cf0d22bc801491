"""A revocation may be raised in session, off the agenda; nothing else may."""

from dataclasses import replace

from governance.assembly.facts import Backing, Matter, ResolutionTabled
from governance.assembly.table import TableRevocation
from governance.statutes.facts import Kind, Organ
from governance.words import Public, ResolutionId
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, opened, planned, ready

R9 = ResolutionId("r9")
raise_it = TableRevocation(SPRING, R9, Public("Révocation"), Public("L’assemblée met fin au mandat."))
said = (Kind.ORDINARY, Matter.PERSONS, raise_it.title, raise_it.text, Backing.NEITHER, True)
raised = ResolutionTabled(SPRING, R9, 2, *said)


def test_a_revocation_is_tabled_once_while_the_assembly_sits():
    given(*ready, opened).when(raise_it).then(raised)
    given(*ready, opened, raised).when(raise_it).then()


def test_not_before_it_opens_nor_without_words_nor_on_a_board():
    board = [replace(planned, organ=Organ.BOARD) if fact is planned else fact for fact in ready]

    given(*ready).when(raise_it).refused("session-not-open")
    given(*ready, opened).when(replace(raise_it, text=Public(" "))).refused("resolution-without-text")
    given(*board, opened).when(raise_it).refused("only-an-assembly-revokes")
