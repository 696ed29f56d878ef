"""A tiny OpenID provider on loopback: it answers as a real one does, and lies when a test asks it to."""

import base64
import hashlib
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET, CODE = "onward", "a word between the two", "a code"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


class Provider:
    """`lies` replaces claims of the next token, `key` signs it; `asked` is every path that was asked for."""

    def __init__(self) -> None:
        self.published = self.key = new_key()
        self.algorithm = "RS256"
        self.asked: list[str] = []
        self.lies: dict[str, Any] = {}
        self.sent: dict[str, str] = {}
        provider = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer(provider.documents().get(self.path))

            def do_POST(self) -> None:
                said = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.answer(provider.token({name: value[0] for name, value in said.items()}))

            def answer(self, found: Any) -> None:
                provider.asked.append(self.path)
                body = json.dumps(found).encode()
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def documents(self) -> dict[str, Any]:
        public = json.loads(RSAAlgorithm.to_jwk(self.published.public_key()))
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            },
            "/keys": {"keys": [public | {"kid": "one", "alg": "RS256", "use": "sig"}]},
        }

    def agree(self, address: str) -> dict[str, str]:
        """What the person's browser would do: ask for the page, agree, and come back with this."""
        assert address.startswith(f"{self.address}/authorize?")
        self.sent = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
        return {"state": self.sent["state"], "code": CODE}

    def token(self, said: dict[str, str]) -> dict[str, Any] | None:
        challenge = base64.urlsafe_b64encode(hashlib.sha256(said["code_verifier"].encode()).digest()).rstrip(b"=")
        proved = challenge.decode() == self.sent["code_challenge"] and said["code"] == CODE
        if not proved or (said["client_id"], said["client_secret"]) != (CLIENT, SECRET):
            return None
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "sub": "4711", "iat": now, "exp": now + 60}
        claims |= {"nonce": self.sent["nonce"], "name": "Amina Canary", "email": "canary@example.org"} | self.lies
        signed = jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": "one"})
        return {"access_token": "canary-token", "token_type": "Bearer", "expires_in": 60, "id_token": signed}
