# SPDX-License-Identifier: EUPL-1.2
"""Files beside a store that whoever can write in its folder may have written: the anchor, and manifests of backups."""

from __future__ import annotations

import hmac
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

from storage.anchor import Anchor, read_anchor
from storage.backup_folder import LARGEST_COUNT, MANIFEST, read_manifest
from storage.keys.canonical import canonical
from tests.fuzz.mutations import of_json

_KEY = bytearray(range(32))
_STORES = Path(__file__).parents[1] / "storage" / "old"


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


@contextmanager
def _written(name: str, text: bytes) -> Iterator[Path]:
    path = Path(_folder().name) / name
    path.write_bytes(text)
    yield path


def anchors() -> list[bytes]:
    """Anchors as we write them."""
    return [Anchor(seq, bytes(range(32))).to_bytes(_KEY) for seq in (1, 345, 2**40)]


def read_as_anchor(text: bytes) -> str:
    """Read one; what is altered raises ValueError."""
    with _written("journal.anchor", text) as path:
        found = read_anchor(path, _KEY)
    return "an anchor" if found else "none"


def with_mac(text: bytes, others: list[bytes], chance: Random) -> bytes:
    """Change an anchor as JSON and authenticate it anew, so that what lies behind the MAC is reached."""
    changed = of_json(text, others, chance)
    try:
        told = json.loads(changed)
        bare = {name: value for name, value in told.items() if name != "mac"}
        return canonical({**bare, "mac": hmac.digest(_KEY, canonical(bare), "sha256").hex()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return changed


def manifests() -> list[bytes]:
    """Those of a kept store: sealed, and as they were before."""
    (sealed,) = (path.read_bytes() for path in sorted((_STORES / "0004" / "backups").glob(f"*/{MANIFEST}")))
    told = json.loads(sealed)
    return [sealed, json.dumps({**told, "format": "toetssteen-reservekopie/1"}).encode()]


def read_as_manifest(text: bytes) -> str:
    """Read one; what was not written by us is none."""
    with _written(MANIFEST, text) as path:
        found = read_manifest(path.parent)
    if found is None:
        return "none"
    assert found.contents.journal <= LARGEST_COUNT
    size = "many" if found.contents.journal > 10**6 else "few"
    more = "with" if found.attachments.files > 1 else "without"
    return f"{'sealed' if found.is_sealed else 'raw'}, of {size} lines, {more} attachments"
