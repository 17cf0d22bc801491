"""Letters handed over to a real SMTP server, kind or not."""

import socket
from contextlib import contextmanager
from threading import Thread

import pytest
from aiosmtpd.smtp import AuthResult

from tests.mail.post import HANG_UP, deliver, free_port, notice, post_office
from web.mail.letters import Mailbox, compose
from web.mail.servers import Server

NAEL, ZOE, MAEL = (Mailbox(name, f"{name.lower()}@exemple.fr") for name in ("Nael", "Zoe", "Mael"))
THREE = [compose(notice(to=person)) for person in (NAEL, ZOE, MAEL)]
IDS = [f"<convocation.a1.{name}@coop05.example>" for name in ("nael", "zoe", "mael")]


def states(answers):
    return [state for state, _ in answers]


def test_accepted_letters_are_sent_on_one_connection_with_the_server_s_receipt():
    with post_office() as (postmaster, server):
        became = deliver(THREE, server)

    assert became == [("sent", "250 OK, garde sous le no 7")] * 3
    assert [letter["Message-ID"] for letter in postmaster.received] == IDS
    assert postmaster.lines == 1


@pytest.mark.parametrize(
    ("answer", "state"),
    [("550 5.1.1 boite inconnue", "refused"), ("451 4.7.1 revenez plus tard", "deferred")],
)
def test_one_recipient_turned_away_does_not_stop_the_others(answer, state):
    with post_office(to={ZOE.address: answer}) as (postmaster, server):
        became = deliver(THREE, server)

    assert became[1] == (state, answer)
    assert states(became) == ["sent", state, "sent"]
    assert len(postmaster.received) == 2


@pytest.mark.parametrize(
    ("answer", "state"),
    [("554 5.7.1 message indésirable", "refused"), ("452 4.3.1 plus de place", "deferred")],
)
def test_a_letter_turned_away_does_not_stop_the_others(answer, state):
    with post_office(letter={ZOE.address: answer}) as (_, server):
        assert states(deliver(THREE, server)) == ["sent", state, "sent"]


def test_the_line_is_opened_again_after_it_broke():
    with post_office(letter={ZOE.address: HANG_UP}) as (postmaster, server):
        became = deliver(THREE, server)

    assert states(became) == ["sent", "deferred", "sent"]
    assert postmaster.lines == 2


def test_a_server_that_is_down_defers_every_letter():
    became = deliver(THREE, Server("127.0.0.1", free_port()))

    assert states(became) == ["deferred"] * 3
    assert "refused" in became[0][1]  # the connection was, says the system


def test_a_server_that_says_nothing_is_not_waited_for_three_times():
    with silent() as (server, calls):
        became = deliver(THREE, server)

    assert states(became) == ["deferred"] * 3
    assert "timed out" in became[0][1]
    assert len(calls) == 2


def test_a_wrong_password_defers_and_says_why():
    with post_office(auth_require_tls=False, authenticator=nobody) as (_, server):
        signed = Server(server.host, server.port, user="palabre", password="faux")
        became = deliver(THREE, signed)

    assert states(became) == ["deferred"] * 3
    assert became[0][1].startswith("535")


@pytest.mark.parametrize(("able", "state"), [(False, "refused"), (True, "sent")])
def test_an_address_with_accents_is_sent_or_refused_as_the_server_can(able, state):
    accented = compose(notice(to=Mailbox("Zoé", "zoé@exemple.fr")))
    with post_office(enable_SMTPUTF8=able) as (_, server):
        assert states(deliver([accented, *THREE[:1]], server)) == [state, "sent"]


def test_on_this_machine_nothing_is_encrypted_elsewhere_it_must_be():
    with post_office() as (postmaster, server):
        elsewhere = Server("0.0.0.0", server.port)  # the same, under an address that is not loopback
        assert states(deliver(THREE[:1], server)) == ["sent"]
        ((state, answer),) = deliver(THREE[1:2], elsewhere)

    assert state == "deferred"
    assert "STARTTLS" in answer
    assert len(postmaster.received) == 1


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://127.0.0.1:2525", Server("127.0.0.1", 2525)),
        ("smtp://mail.example", Server("mail.example", 587)),
        ("smtps://mail.example", Server("mail.example", 465, tls=True)),
        ("smtp://moi%40x:p%3As@mail.example:25", Server("mail.example", 25, user="moi@x", password="p:s")),
    ],
)
def test_a_server_is_written_as_an_address(url, server):
    assert Server.of(url) == server


@pytest.mark.parametrize("url", ["mail.example:25", "http://mail.example", "smtp://", "smtp://h:port"])
def test_an_address_that_is_not_a_mail_server_is_refused(url):
    with pytest.raises(ValueError):  # noqa: PT011  # Python's own words for a bad port
        Server.of(url)


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True), ("mail.example", False)],
)
def test_this_machine_is_known_by_its_loopback_names(host, here):
    assert Server(host, 25).here is here


def nobody(server, session, envelope, mechanism, credentials):
    return AuthResult(success=False, handled=False)


@contextmanager
def silent():
    """A port that takes calls and never speaks."""
    calls: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as port:

        def answer():
            while True:
                try:
                    calls.append(port.accept()[0])
                except OSError:
                    return

        Thread(target=answer, daemon=True).start()
        yield Server("127.0.0.1", port.getsockname()[1], patience=0.2), calls
        port.shutdown(socket.SHUT_RDWR)
    for call in calls:
        call.close()
