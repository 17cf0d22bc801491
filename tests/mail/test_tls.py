"""Letters that leave this machine: under a certificate that is trusted, or not at all."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.mail.post import deliver, notice, post_office
from web.mail.letters import compose
from web.mail.servers import Server

LETTER = compose(notice())
ELSEWHERE = "0.0.0.0"  # this machine, under an address that is not loopback


@pytest.fixture
def certificate(tmp_path):
    """A file with the key and the certificate of a server called localhost, or 0.0.0.0."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address(ELSEWHERE))]
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + signed.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def tls(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.mark.usefixtures("trusted")
def test_elsewhere_a_letter_leaves_under_starttls(tls):
    with post_office(tls_context=tls, require_starttls=True) as (postmaster, server):
        ((state, _),) = deliver([LETTER], Server(ELSEWHERE, server.port))

    assert state == "sent"
    assert len(postmaster.received) == 1


def test_a_certificate_that_nobody_vouches_for_is_not_spoken_to(tls):
    with post_office(tls_context=tls, require_starttls=True) as (postmaster, server):
        ((state, answer),) = deliver([LETTER], Server(ELSEWHERE, server.port))

    assert state == "deferred"
    assert "CERTIFICATE_VERIFY_FAILED" in answer
    assert postmaster.received == []


@pytest.mark.usefixtures("trusted")
def test_a_server_of_tls_from_the_first_byte_is_spoken_to(tls):
    with post_office(ssl_context=tls) as (postmaster, server):
        ((state, answer),) = deliver([LETTER], Server("localhost", server.port, tls=True))

    assert state == "sent"
    assert answer.startswith("250")
    assert len(postmaster.received) == 1
