# SPDX-License-Identifier: EUPL-1.2
"""A key file is read strictly, and changed slots are found."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assessment.errors import DamagedStore, NewerStore
from storage.keys.key_file import KeyFile, checksum
from storage.keys.reading import LARGEST, read_key_file
from storage.keys.slot import Lock, SlotKind, wrap
from tests.storage.stores import CHEAP

VAULT = bytes(range(16))
KEY = bytearray(range(32))


@pytest.fixture(scope="module")
def key_file() -> KeyFile:
    slots = tuple(wrap(KEY, Lock(kind.value, kind, bytearray(b"geheim"), CHEAP), VAULT) for kind in SlotKind)
    return KeyFile.sealed(VAULT, slots, KEY)


def opened(file: KeyFile, kind: SlotKind) -> bytearray | None:
    entry = file.open_(kind, bytearray(b"kort"))
    return entry.store_key if entry else None


def forged(key_file: KeyFile, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Change the file as somebody would who knows how it is made, checksum and all."""
    outer = json.loads(key_file.to_bytes())
    outer.pop("check")
    change(outer)
    return json.dumps({**outer, "check": checksum(outer)}).encode()


def test_it_comes_back_as_it_was(key_file: KeyFile) -> None:
    assert read_key_file(key_file.to_bytes()) == key_file


def test_every_changed_byte_is_damage_and_never_a_wrong_password(key_file: KeyFile) -> None:
    text = key_file.to_bytes()
    for offset in range(len(text)):
        changed = bytearray(text)
        changed[offset] ^= 1
        with pytest.raises(DamagedStore):
            read_key_file(bytes(changed))


def test_a_file_that_was_cut_off_is_damaged(key_file: KeyFile) -> None:
    text = key_file.to_bytes()
    for length in range(0, len(text), 50):
        with pytest.raises(DamagedStore):
            read_key_file(text[:length])


def test_a_newer_version_says_so(key_file: KeyFile) -> None:
    text = forged(key_file, lambda outer: outer.update(version=3, body={"anders": True}))
    with pytest.raises(NewerStore) as refusal:
        read_key_file(text)
    assert (refusal.value.found, refusal.value.known) == ("3", "2")


@pytest.mark.parametrize(
    "change",
    [
        lambda outer: outer.update(extra=1),
        lambda outer: outer.update(version=True),
        lambda outer: outer.update(version=0),
        lambda outer: outer.update(version="1"),
        lambda outer: outer.update(body=[]),
        lambda outer: outer["body"].update(extra=1),
        lambda outer: outer["body"].pop("mac"),
        lambda outer: outer["body"].update(slots=[]),
        lambda outer: outer["body"].update(slots=outer["body"]["slots"] * 11),
        lambda outer: outer["body"].update(vault="00"),
        lambda outer: outer["body"]["slots"][0].update(m=1024 * 1024 + 1),
        lambda outer: outer["body"]["slots"][0].update(m=8192.0),
        lambda outer: outer["body"]["slots"][0].update(t=True),
        lambda outer: outer["body"]["slots"][0].update(t=21),
        lambda outer: outer["body"]["slots"][0].update(p=17),
        lambda outer: outer["body"]["slots"][0].update(p=0),
        lambda outer: outer["body"]["slots"][0].update(kind="vingerafdruk"),
        lambda outer: outer["body"]["slots"][0].update(label="x" * 65),
        lambda outer: outer["body"]["slots"][0].update(salt="zz" * 16),
        lambda outer: outer["body"]["slots"][0].update(salt=None),
        lambda outer: outer["body"]["slots"][0].update(nonce="00"),
        lambda outer: outer["body"]["slots"][0].update(wrapped="AA" * 80),
        lambda outer: outer["body"]["slots"][0].update(wrapped="aa" * 48),
        lambda outer: outer["body"]["slots"][0].update(wrapped="aa" * 81),
        lambda outer: outer["body"]["slots"][0].update(pledge="aa" * 59),
        lambda outer: outer["body"]["slots"][0].update(pledge="aa" * 61),
        lambda outer: outer["body"]["slots"][0].update(pledge="AA" * 60),
        lambda outer: outer["body"]["slots"][0].update(pledge=""),
        lambda outer: outer["body"]["slots"][0].update(pledge=None),
        lambda outer: outer["body"]["slots"][0].pop("pledge"),
        lambda outer: outer["body"]["slots"][0].pop("public"),
        lambda outer: outer["body"]["slots"][0].pop("seals"),
        lambda outer: outer.update(version=1),
    ],
)
def test_what_does_not_belong_there_is_damage(key_file: KeyFile, change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(DamagedStore):
        read_key_file(forged(key_file, change))


@pytest.mark.parametrize(
    "text",
    [
        b"", b"null", b"[]", b"{", b"[" * LARGEST, b'{"format":1,"format":1}', b"\xff\xfe", b" " * (LARGEST + 1),
        b'{"format":NaN}', b"9" * 5000, b'{"format":"toetssteen-kluis","version":1,"body":{},"check":"\\ud800"}',
    ],
)  # fmt: skip
def test_rubbish_is_damage(text: bytes) -> None:
    with pytest.raises(DamagedStore):
        read_key_file(text)


def test_slots_that_were_tampered_with_are_found(key_file: KeyFile) -> None:
    assert key_file.is_genuine(KEY)
    assert not read_key_file(forged(key_file, lambda outer: outer["body"]["slots"].pop())).is_genuine(KEY)
    assert not read_key_file(forged(key_file, lambda outer: outer["body"]["slots"].reverse())).is_genuine(KEY)
    swapped = forged(key_file, lambda outer: outer["body"]["slots"][1].update(label="iemand anders"))
    assert not read_key_file(swapped).is_genuine(KEY)


def test_a_secret_opens_slots_of_its_own_kind_only(key_file: KeyFile) -> None:
    slots = (wrap(KEY, Lock("herstelsleutel", SlotKind.RECOVERY, bytearray(b"kort"), CHEAP), VAULT),)
    only_recovery = KeyFile.sealed(VAULT, slots, KEY)
    assert opened(only_recovery, SlotKind.PASSWORD) is None
    assert opened(only_recovery, SlotKind.RECOVERY) == KEY
