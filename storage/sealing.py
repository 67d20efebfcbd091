# SPDX-License-Identifier: EUPL-1.2
"""What in a backup is sealed with the key of its dossier, and how: so that a backup can forget a dossier.

Each backup has a fresh key for each dossier (AES-256-GCM). A sealed value is bound to its table, column and row, and
keeps its type; that there is none is sealed too. Everything else of a row stays as it is: numbers that hold rows
together, and moments. A column stands in one of the two lists here, or a test fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assessment.errors import DamagedStore
from storage.hindering import DATABASE

Value = str | bytes | int | None

NEW: Final = ""
"""Whose key seals what was typed for a dossier that has not begun: any destruction takes that key away too."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The columns of a table that are sealed; `row` tells its rows apart, `dossier` gives the number of the dossier."""

    row: str
    dossier: str
    columns: frozenset[str]


NUMBER_OF_NEW: Final = 0
"""The number that the dossier that has not begun goes by here; the first dossier of a store bears one."""

SEALED: Final[Mapping[str, Sealed]] = {
    "dossier": Sealed("number", "number", frozenset({
        "reference", "title", "subject", "permit_types", "place", "received_on", "decide_before", "step", "deadlines",
    })),
    "part": Sealed("number", "dossier", frozenset({"key", "body"})),
    "draft": Sealed("rowid", "dossier", frozenset({"field", "text"})),
    "draft_of_new": Sealed("rowid", str(NUMBER_OF_NEW), frozenset({"field", "text"})),
    "journal_words": Sealed("seq", "dossier", frozenset({"old", "words"})),
    "attachment": Sealed("id", "dossier", frozenset({"owner", "name", "kind", "size", "digest", "key", "added_by"})),
    "retention": Sealed("dossier", "dossier", frozenset({
        "ground", "event", "months", "starts_on", "ends_on", "set_by", "proposed_by", "proposed_id",
    })),
}  # fmt: skip

OPEN: Final[Mapping[str, frozenset[str]]] = {
    "dossier": frozenset({"number", "id", "created_at", "changed_at"}),
    "part": frozenset({"number", "dossier", "kind", "position"}),
    "draft": frozenset({"dossier", "at"}),
    "draft_of_new": frozenset({"at"}),
    "journal": frozenset({"seq", "at", "actor", "action", "about", "detail", "mac"}),
    "journal_head": frozenset({"id", "seq", "mac"}),
    "journal_words": frozenset({"seq", "dossier"}),
    "setting": frozenset({"name", "value"}),
    "user": frozenset({"id", "name", "role", "slot", "added_at", "must_change", "revoked_at"}),
    "attachment": frozenset({"id", "dossier", "file", "added_at"}),
    "retention": frozenset({"dossier", "set_at", "proposed_at"}),
    "destruction": frozenset({"id", "at", "certificate"}),
}
"""What is readable for whoever has the key of the database."""

DERIVED: Final = frozenset({"name", "search"})
"""Tables that are made anew from the others when a backup is put back; a backup has them empty."""

_NONCE: Final = 12


class Sealer:
    """Seals and unseals with the keys of the dossiers, by their numbers; the keys stay with who lends them."""

    def __init__(self, keys: Mapping[int, bytearray]) -> None:
        self._keys = keys
        self._count = 0
        self._last: tuple[int, AESGCM] | None = None
        self.met_damage = False
        """Whether something could not be unsealed; the database only tells that a function failed."""

    def has(self, dossier: int) -> int:
        """Whether there is a key of this dossier, as SQL says it."""
        return int(dossier in self._keys)

    def seal(self, dossier: int, column: str, row: str | int, value: Value) -> bytes:
        """Seal one value."""
        # A key is made for one backup and used by one sealer, which counts: no nonce comes twice with it.
        self._count += 1
        nonce = self._count.to_bytes(_NONCE)
        return nonce + self._cipher(dossier).encrypt(nonce, _packed(value), f"{column} {row}".encode())

    def unseal(self, dossier: int, column: str, row: str | int, sealed: bytes) -> Value:
        """Give what was sealed; raises DamagedStore, and KeyError when there is no key."""
        try:
            bare = self._cipher(dossier).decrypt(sealed[:_NONCE], sealed[_NONCE:], f"{column} {row}".encode())
        except (InvalidTag, ValueError, TypeError) as error:
            self.met_damage = True
            raise DamagedStore(DATABASE) from error
        return _unpacked(bare)

    def _cipher(self, dossier: int) -> AESGCM:
        if self._last is None or self._last[0] != dossier:  # rows of one dossier come after each other
            self._last = dossier, AESGCM(self._keys[dossier])
        return self._last[1]


def _packed(value: Value) -> bytes:
    match value:
        case None:
            return b"n"
        case str():
            return b"s" + value.encode()
        case bytes():
            return b"b" + value
        case int():
            return b"i%d" % value
    raise TypeError(f"no {type(value).__name__} is kept")


def _unpacked(bare: bytes) -> Value:
    kind, content = bare[:1], bare[1:]
    if kind == b"s":
        return content.decode()
    if kind == b"i":
        return int(content)
    return content if kind == b"b" else None
