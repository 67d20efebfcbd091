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
from storage.keys.pledge import KEPT_SIZE
from storage.keys.sealing import NONCE_SIZE, PLEDGE_SIZE, TAG_SIZE, Seal
from storage.keys.slot import PART, SALT_SIZE, Slot, SlotKind

LARGEST: Final = 64 * 1024
"""Bytes; thirty-two slots while re-keying take less than sixty thousand, whatever the names."""

LONGEST_LABEL: Final = 64
_OUTER = {"format", "version", "body", "check"}
_BODY = {"vault", "slots", "mac"}
_SLOT = {"id", "label", "kind", "salt", "m", "t", "p", "nonce", "wrapped"}
_SEALED = _SLOT | {"public", "pledge", "seals"}
_SEAL = {"ephemeral", "nonce", "sealed"}
_MOST_SEALS = 2
"""The store key, and while re-keying the next."""

T = TypeVar("T")


def read_key_file(text: bytes) -> KeyFile:
    """Read a key file; raises DamagedStore, or NewerStore when a later version wrote it."""
    try:
        outer = _keys(_parse(text), _OUTER)
        _check(outer)
        if outer["version"] > VERSION:
            raise NewerStore(found=str(outer["version"]), known=str(VERSION))
        return _body(_keys(outer["body"], _BODY), outer["version"])
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


def _body(body: dict[str, Any], version: int) -> KeyFile:
    raw = _is(list, body["slots"])
    if not 1 <= len(raw) <= MOST_SLOTS[version]:
        raise ValueError("too few or too many slots")
    slots = tuple(_slot(one, version) for one in raw)
    if any(len({(one.kind, told(one)) for one in slots}) < len(slots) for told in (_id, _label)):
        raise ValueError("a slot stands twice")
    counts = {len(one.seals) for one in slots}
    if len(counts - {0}) > 1 or counts >= {0, _MOST_SEALS}:
        raise ValueError("not every slot opens to the same keys")
    return KeyFile(_hex(body["vault"], VAULT_ID_SIZE), slots, _hex(body["mac"], KEY_SIZE), version)


def _id(slot: Slot) -> str:
    return slot.id


def _label(slot: Slot) -> str:
    return slot.label


def _slot(one: Any, version: int) -> Slot:
    is_sealed = version > 1 and isinstance(one, dict) and "public" in one
    raw = _keys(one, _SEALED if is_sealed else _SLOT)
    cost = Cost(*(_is(int, raw[key]) for key in "mtp"))
    if not cost.is_within_limits():
        raise ValueError("cost out of bounds")
    label = _is(str, raw["label"])
    if len(label) > LONGEST_LABEL:
        raise ValueError("label too long")
    _hex(raw["id"], 8)
    kind = SlotKind(_is(str, raw["kind"]))
    if kind is SlotKind.KEYRING and not is_sealed:
        raise ValueError("no such slot in version 1")
    return Slot(
        id=raw["id"], label=label, kind=kind, salt=_hex(raw["salt"], SALT_SIZE), cost=cost,
        nonce=_hex(raw["nonce"], NONCE_SIZE),
        wrapped=_hex(raw["wrapped"], KEY_SIZE + TAG_SIZE + (PLEDGE_SIZE if is_sealed else 0)),
        public=_hex(raw["public"], KEY_SIZE) if is_sealed else b"",
        pledge=_hex(raw["pledge"], KEPT_SIZE) if is_sealed else b"",
        seals=_seals(raw["seals"]) if is_sealed else (),
    )  # fmt: skip


def _seals(raw: Any) -> tuple[Seal, ...]:
    if not 1 <= len(_is(list, raw)) <= _MOST_SEALS:
        raise ValueError("too few or too many seals")
    each = [_keys(one, _SEAL) for one in raw]
    return tuple(
        Seal(_hex(one["ephemeral"], KEY_SIZE), _hex(one["nonce"], NONCE_SIZE), _hex(one["sealed"], KEY_SIZE + TAG_SIZE))
        for one in each
    )


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
