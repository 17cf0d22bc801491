"""An authority that dates (RFC 3161), of throwaway certificates: openssl's own, behind a server on this machine."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from asn1crypto import tsp

from tests.outside.debian import installed
from web.stamping import Authority

_CONFIG = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = {digests}
ess_cert_id_alg = sha256
"""
_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Openssl:
    """`answers` changes what it answers: see `_asked` and `_reply`."""

    def __init__(self, folder: Path, name: str = "Horodatage d’essai") -> None:
        self.folder, self.answers = folder, "as asked"
        folder.mkdir(exist_ok=True)
        (folder / "serial").write_text("01\n")
        (folder / "use").write_text("extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n")
        self._run("req", "-x509", *_KEY, "-keyout", "root.key", "-out", "root.pem", "-subj", f"/CN=Racine, {name}")
        self._run("req", *_KEY, "-utf8", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", f"/CN={name}")
        signed = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-extfile", "use", "-days", "30")
        self._run("x509", "-req", "-in", "tsa.csr", *signed, "-out", "tsa.pem")

    @property
    def chain(self) -> bytes:
        return (self.folder / "root.pem").read_bytes()

    def reply(self, asked: bytes) -> bytes:
        if self.answers == "nonsense":
            return b"<html>"
        digests = "sha512" if self.answers == "no" else "sha256"
        (self.folder / "ts.cnf").write_text(_CONFIG.format(folder=self.folder, digests=digests))
        (self.folder / "query").write_bytes(self._asked(asked))
        self._run("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def _asked(self, asked: bytes) -> bytes:
        query = tsp.TimeStampReq.load(asked)
        if self.answers == "to another":
            query["nonce"] = query["nonce"].native + 1
        if self.answers == "of another":
            query["message_imprint"]["hashed_message"] = bytes(32)
        return bytes(query.dump(force=True))

    def _run(self, *words: str) -> None:
        done = subprocess.run(
            [installed("openssl", "openssl"), *words], cwd=self.folder, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def open_authority(openssl: Openssl) -> Iterator[Authority]:
    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply = openssl.reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(503 if openssl.answers == "later" else 200)
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Authority(f"http://127.0.0.1:{server.server_port}/", openssl.chain)
        server.shutdown()
