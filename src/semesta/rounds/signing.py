"""Keys of offices: each signs what it sends with its own, and is known to others by the public half."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

SIGNED = b"semesta bundle 1\n"
"""Stands before what is signed, so that a signature made for a bundle means nothing elsewhere."""


def own_key(path: Path) -> Ed25519PrivateKey:
    """The key of this office, made once and kept for its owner alone.

    Raises:
        ValueError: what stands there is no Ed25519 key.
    """
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            made = Ed25519PrivateKey.generate()
            file.write(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    except FileExistsError:
        pass
    held = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(held, Ed25519PrivateKey):
        raise ValueError("not an Ed25519 key")
    return held


def public_key(key: Ed25519PrivateKey) -> str:
    """The public half as one line of text, for others to trust."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def is_public_key(text: str) -> bool:
    """Whether a line is the public half of a key."""
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def fingerprint(public: str) -> str:
    """A key in so few signs that two people can compare it on the telephone: "3f2a 91c0 …"."""
    digest = hashlib.sha256(base64.b64decode(public)).hexdigest()[:24]
    return " ".join(digest[at : at + 4] for at in range(0, 24, 4))


def signature(key: Ed25519PrivateKey, content: bytes) -> bytes:
    return base64.b64encode(key.sign(SIGNED + content))


def is_signed(content: bytes, written: bytes, public: str) -> bool:
    """Whether the holder of a public key's other half signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(
            base64.b64decode(written, validate=True), SIGNED + content
        )
    except (InvalidSignature, ValueError):
        return False
    return True
