# SPDX-License-Identifier: EUPL-1.2
"""Reading a key file strictly: anybody may have written it, and nothing in it is believed before it is checked."""

from __future__ import annotations

import hmac
import json
from typing import Any, Final, TypeVar

from assessment.errors import DamagedStore, NewerStore
from storage.keys.cost import Cost
from storage.keys.derive import KEY_SIZE
from storage.keys.key_file import FORMAT, MOST_SLOTS, VAULT_ID_SIZE, VERSION, KeyFile, checksum
from storage.keys.slot import NONCE_SIZE, SALT_SIZE, TAG_SIZE, Slot, SlotKind

LARGEST: Final = 64 * 1024
"""Bytes; eight slots take less than four thousand."""

PART: Final = "sleutelbestand"
_LONGEST_LABEL = 64
_OUTER = {"format", "version", "body", "check"}
_BODY = {"vault", "slots", "mac"}
_SLOT = {"id", "label", "kind", "salt", "m", "t", "p", "nonce", "wrapped"}

T = TypeVar("T")


def read_key_file(text: bytes) -> KeyFile:
    """Read a key file; raises DamagedStore, or NewerStore when a later version wrote it."""
    try:
        outer = _keys(_parse(text), _OUTER)
        _check(outer)
        if outer["version"] > VERSION:
            raise NewerStore(found=str(outer["version"]), known=str(VERSION))
        return _body(_keys(outer["body"], _BODY))
    except (ValueError, RecursionError):
        raise DamagedStore(PART) from None


def _parse(text: bytes) -> Any:
    if len(text) > LARGEST:
        raise ValueError("too large for a key file")
    return json.loads(text.decode("ascii"), object_pairs_hook=_unique, parse_float=_refuse, parse_constant=_refuse)


def _check(outer: dict[str, Any]) -> None:
    summed = checksum({key: value for key, value in outer.items() if key != "check"})
    if outer["format"] != FORMAT or not hmac.compare_digest(_is(str, outer["check"]).encode(), summed.encode()):
        raise ValueError("not a key file, or altered")
    if _is(int, outer["version"]) < 1:
        raise ValueError("no such version")


def _body(body: dict[str, Any]) -> KeyFile:
    slots = _is(list, body["slots"])
    if not 1 <= len(slots) <= MOST_SLOTS:
        raise ValueError("too few or too many slots")
    return KeyFile(_hex(body["vault"], VAULT_ID_SIZE), tuple(_slot(_keys(one, _SLOT)) for one in slots),
                   _hex(body["mac"], KEY_SIZE))  # fmt: skip


def _slot(raw: dict[str, Any]) -> Slot:
    cost = Cost(*(_is(int, raw[key]) for key in "mtp"))
    if not cost.is_within_limits():
        raise ValueError("cost out of bounds")
    label = _is(str, raw["label"])
    if len(label) > _LONGEST_LABEL:
        raise ValueError("label too long")
    _hex(raw["id"], 8)
    return Slot(
        id=raw["id"], label=label, kind=SlotKind(_is(str, raw["kind"])), salt=_hex(raw["salt"], SALT_SIZE), cost=cost,
        nonce=_hex(raw["nonce"], NONCE_SIZE), wrapped=_hex(raw["wrapped"], KEY_SIZE + TAG_SIZE),
    )  # fmt: skip


def _keys(raw: Any, expected: set[str]) -> dict[str, Any]:
    """Check that a block has exactly these keys."""
    if not isinstance(raw, dict) or raw.keys() != expected:
        raise ValueError("not the keys that belong here")
    return raw


def _is(kind: type[T], value: Any) -> T:
    """Check the type exactly: a bool is not a number."""
    if type(value) is not kind:
        raise ValueError("not the kind of value that belongs here")
    return value


def _hex(value: Any, size: int) -> bytes:
    text = _is(str, value)
    if len(text) != 2 * size or not set(text) <= set("0123456789abcdef"):
        raise ValueError("not the bytes that belong here")
    return bytes.fromhex(text)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(text: str) -> Any:
    raise ValueError(f"no {text} here")
