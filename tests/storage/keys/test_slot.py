# SPDX-License-Identifier: EUPL-1.2
"""A slot opens with its secret only, in its own store only, and with nothing about it changed."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.keys.derive import KEY_SIZE, Use, key_for, stretch
from storage.keys.key_file import KeyFile
from storage.keys.pledge import take
from storage.keys.reading import read_key_file
from storage.keys.secret import password_bytes, wipe, wipe_text, wiped
from storage.keys.slot import Lock, Slot, SlotKind, renewed, wrap
from tests.storage.stores import CHEAP, ROOT

VAULT = bytes(range(16))
KEY = bytearray(range(KEY_SIZE))


_keys = st.binary(min_size=KEY_SIZE, max_size=KEY_SIZE)


def slot(secret: bytes = b"geheim") -> Slot:
    return wrap(KEY, Lock("wachtwoord", SlotKind.PASSWORD, bytearray(secret), CHEAP), VAULT)


def opened(one: Slot, secret: bytes = b"geheim") -> bytearray | None:
    entry = one.open_(bytearray(secret), VAULT)
    return entry.store_key if entry else None


def test_the_secret_opens_it() -> None:
    assert opened(slot()) == KEY


def test_another_secret_does_not() -> None:
    assert slot().open_(bytearray(b"Geheim"), VAULT) is None


@given(
    secret=st.binary(max_size=40),
    label=st.text(max_size=64),
    kind=st.sampled_from(SlotKind),
    keys=st.lists(_keys, min_size=1, max_size=2),
)
@settings(deadline=None, max_examples=40)
def test_whatever_is_sealed_to_it_comes_back_from_the_file(
    secret: bytes, label: str, kind: SlotKind, keys: list[bytes]
) -> None:
    held = [bytearray(one) for one in keys]
    made = wrap(KEY, Lock(label, kind, bytearray(secret), CHEAP), VAULT).sealed_for(held, KEY, VAULT)
    (read,) = read_key_file(KeyFile.sealed(VAULT, (made,), held[0]).to_bytes()).slots
    assert read == made
    entry = read.open_(bytearray(secret), VAULT)
    assert entry is not None
    assert list(entry.keys) == held
    again = renewed(entry, "anders", VAULT)
    assert not {again.public, again.wrapped, again.pledge} & {read.public, read.wrapped, read.pledge}
    assert take(again.pledge, held[0], again.address(VAULT)) != take(read.pledge, held[0], read.address(VAULT))
    after = again.open_(bytearray(secret), VAULT)
    assert after is not None
    assert list(after.keys) == held


def test_another_store_does_not() -> None:
    assert slot().open_(bytearray(b"geheim"), bytes(16)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"id": "0" * 16}, {"label": "anders"}, {"kind": SlotKind.RECOVERY}, {"salt": bytes(16)}, {"nonce": bytes(12)},
        {"cost": replace(CHEAP, passes=2)}, {"cost": replace(CHEAP, lanes=2)},
        {"cost": replace(CHEAP, memory=CHEAP.memory + 1024)}, {"wrapped": bytes(80)}, {"wrapped": bytes(48)},
        {"public": bytes(32)},
    ],
)  # fmt: skip
def test_nothing_about_it_can_be_changed(change: dict[str, object]) -> None:
    assert replace(slot(), **change).open_(bytearray(b"geheim"), VAULT) is None  # type: ignore[arg-type]


def test_two_slots_for_one_secret_have_nothing_in_common() -> None:
    one, other = slot(), slot()
    assert not {one.id, one.salt, one.nonce, one.wrapped} & {other.id, other.salt, other.nonce, other.wrapped}


def test_every_use_has_its_own_key_bound_to_the_store() -> None:
    keys = {bytes(key_for(use, KEY, vault)) for use in Use for vault in (VAULT, bytes(16))}
    assert len(keys) == 2 * len(Use)
    assert all(len(key) == KEY_SIZE for key in keys)


def test_argon2id_gives_what_the_standard_library_of_it_gives() -> None:
    from argon2.low_level import Type, hash_secret_raw

    expected = hash_secret_raw(b"geheim", VAULT, CHEAP.passes, CHEAP.memory, CHEAP.lanes, KEY_SIZE, Type.ID)
    assert stretch(bytearray(b"geheim"), VAULT, CHEAP) == expected


def test_secrets_are_overwritten() -> None:
    secret = bytearray(b"geheim")
    with pytest.raises(ValueError, match="uit"), wiped(secret):
        raise ValueError("uit")
    other = bytearray(b"ook geheim")
    wipe(other)
    assert secret == bytes(6)
    assert other == bytes(10)


def test_the_text_of_a_statement_is_overwritten() -> None:
    text = b"PRAGMA key".decode()
    wipe_text(text)
    assert text == "\0" * 10


def test_a_text_is_overwritten_where_it_stands_whatever_hangs_on_the_empty_text() -> None:
    code = (
        "import ctypes; widen = getattr(ctypes.pythonapi, 'PyUnicode_AsUnicode', lambda _: None)\n"
        "widen(ctypes.py_object(''))\n"
        "from storage.keys.secret import wipe_text\n"
        "text = b'PRAGMA key'.decode(); wipe_text(text); print(text == chr(0) * 10)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"


def test_the_same_signs_are_the_same_password() -> None:
    assert password_bytes("caf\u00e9") == password_bytes("cafe\u0301")


def test_what_argon2id_refuses_is_a_bug() -> None:
    with pytest.raises(ValueError, match="Salt is too short"):
        stretch(bytearray(b"geheim"), b"kort", CHEAP)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot be told to have little memory")
def test_too_little_memory_is_told() -> None:
    code = (
        "import resource; from storage.keys.cost import Cost; from storage.keys.derive import seconds_for, stretch\n"
        "resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))\n"
        "print(seconds_for(Cost(1024 * 1024, 1, 1)))\n"
        "try: stretch(bytearray(1), bytes(16), Cost(1024 * 1024, 1, 1))\n"
        "except MemoryError: print('te weinig')"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:2] == ["inf", "te weinig"]
