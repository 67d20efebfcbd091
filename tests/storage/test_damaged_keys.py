# SPDX-License-Identifier: EUPL-1.2
"""Every byte of the key file, changed in every way that there is: it is damage, and never a wrong password."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import DamagedStore, Hindrance, WrongPassword
from storage.keys.key_file import checksum
from storage.keys.on_disk import KeysOnDisk
from storage.keys.reading import read_key_file
from storage.keys.slot import canonical
from storage.vault import FolderVault
from tests.storage.damaging import Damage, comes_of, damaged
from tests.storage.stores import CHEAP, PASSWORD, Clock

NAME, PREVIOUS = "store.keys.json", "store.keys.json.1"

CHANGES: dict[str, Callable[[bytes, int], bytes]] = {
    "a bit": lambda whole, at: whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
    "the highest bit": lambda whole, at: whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :],
    "case": lambda whole, at: whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :],
    "nought": lambda whole, at: whole[:at] + b"\0" + whole[at + 1 :],
    "gone": lambda whole, at: whole[:at] + whole[at + 1 :],
    "cut off": lambda whole, at: whole[:at],
    "a digit more": lambda whole, at: whole[:at] + b"0" + whole[at:],
    "a space more": lambda whole, at: whole[:at] + b" " + whole[at:],
    "twice": lambda whole, at: whole[: at + 1] + whole[at:],
}


@pytest.mark.parametrize("how", CHANGES)
def test_any_change_of_any_byte_is_damage_or_no_change_at_all(store: Path, how: str) -> None:
    whole = (store / NAME).read_bytes()
    found, harmless = read_key_file(whole), 0
    for at in range(len(whole)):
        try:
            assert read_key_file(CHANGES[how](whole, at)) == found
        except DamagedStore as damage:
            assert damage.part == "sleutelbestand"  # noqa: PT017 - both are right, in their places
        else:
            harmless += 1
    assert harmless == 0 or how == "a space more"  # between the signs of JSON a space says nothing


@pytest.mark.parametrize("how", CHANGES)
def test_the_door_says_so_too(store: Path, tmp_path: Path, how: str) -> None:
    whole = (store / NAME).read_bytes()
    for at in range(3, len(whole), 97):

        def damage(folder: Path, at: int = at) -> None:
            (folder / NAME).write_bytes(CHANGES[how](whole, at))

        with damaged(store, tmp_path, damage) as folder:
            found = comes_of(folder)
        if how != "a space more" or found.refused:
            assert isinstance(found.refused, DamagedStore)
            assert found.control == "keys"


def forged(change: Callable[[dict[str, object]], object]) -> Damage:
    """Change the body on purpose, and make the checksum right again."""

    def damage(folder: Path) -> None:
        outer = json.loads((folder / NAME).read_bytes())
        change(outer["body"])
        del outer["check"]
        (folder / NAME).write_bytes(canonical({**outer, "check": checksum(outer)}))

    return damage


def longer(value: object) -> object:
    return value + 1 if isinstance(value, int) else f"{value}00"


def other(value: object) -> object:
    return value + 1 if isinstance(value, int) else ("0" if str(value)[:1] != "0" else "1") + str(value)[1:]


FIELDS = ("id", "label", "kind", "salt", "m", "t", "p", "nonce", "wrapped", "public", "pledge")


@pytest.mark.parametrize("slot", [0, 1])
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_a_slot_that_was_changed_on_purpose_opens_nothing(
    store: Path, tmp_path: Path, field: str, slot: int
) -> None:
    """In the slot of the password a change of what the password opens cannot be told from a wrong password."""

    def change(body: dict[str, object]) -> None:
        found = body["slots"][slot]  # type: ignore[index]
        found[field] = other(found[field])

    with damaged(store, tmp_path, forged(change)) as folder:
        found = comes_of(folder)
    assert isinstance(found.refused, WrongPassword if slot == 0 and field not in ("kind", "pledge") else DamagedStore)
    assert found.control in {"WrongPassword", "keys"}


@pytest.mark.parametrize("field", [one for one in FIELDS if one not in ("m", "t", "p", "label")])
def test_a_field_of_another_size_is_damage(store: Path, tmp_path: Path, field: str) -> None:
    def change(body: dict[str, object]) -> None:
        found = body["slots"][0]  # type: ignore[index]
        found[field] = longer(found[field])

    with damaged(store, tmp_path, forged(change)) as folder:
        assert isinstance(comes_of(folder).refused, DamagedStore)


@pytest.mark.parametrize("slot", [0, 1])
@pytest.mark.parametrize("field", ["ephemeral", "nonce", "sealed"])
def test_a_field_of_a_seal_that_was_changed_on_purpose_is_damage(
    store: Path, tmp_path: Path, field: str, slot: int
) -> None:
    def change(body: dict[str, object]) -> None:
        seal = body["slots"][slot]["seals"][0]  # type: ignore[index]
        seal[field] = other(seal[field])

    with damaged(store, tmp_path, forged(change)) as folder:
        found = comes_of(folder)
    assert isinstance(found.refused, DamagedStore)
    assert ("een zegel is vals" in found.refused.part) == (slot == 0)
    assert found.control == "keys"


@pytest.mark.parametrize("field", ["vault", "mac"])
def test_the_seal_and_the_name_of_the_store_are_bound_to_its_key(store: Path, tmp_path: Path, field: str) -> None:
    with damaged(store, tmp_path, forged(lambda body: body.update({field: other(body[field])}))) as folder:
        found = comes_of(folder)
    assert isinstance(found.refused, WrongPassword if field == "vault" else DamagedStore)
    assert found.control in {"WrongPassword", "keys"}


@pytest.mark.parametrize("content", [b"", b"x", b"\xff" * 4000, None])
def test_the_previous_key_file_may_be_anything(store: Path, tmp_path: Path, content: bytes | None) -> None:
    """It only serves by hand, and is made anew at the next opening."""

    def damage(folder: Path) -> None:
        (folder / PREVIOUS).unlink() if content is None else (folder / PREVIOUS).write_bytes(content)

    with damaged(store, tmp_path, damage) as folder:
        found = comes_of(folder)
        assert (folder / PREVIOUS).read_bytes() == (folder / NAME).read_bytes()
    assert not found.is_noticed


def test_the_key_file_of_another_store_opens_nothing(store: Path, tmp_path: Path) -> None:
    """Also where the password is the same."""
    vault = FolderVault(tmp_path / "ander", Clock(), CHEAP)
    vault.create("Bo Verzonnen", PASSWORD)
    vault.lock()
    with damaged(store, tmp_path, lambda folder: shutil.copyfile(tmp_path / "ander" / NAME, folder / NAME)) as folder:
        found = comes_of(folder)
    assert isinstance(found.refused, DamagedStore)
    assert "database" in found.control


def test_an_earlier_key_file_opens_with_the_earlier_password_only(store: Path, tmp_path: Path) -> None:
    vault = FolderVault(store, Clock(), CHEAP)
    earlier = (store / NAME).read_bytes()
    vault.unlock(PASSWORD)
    vault.change_password(PASSWORD, "een ander wachtwoord, ook lang")
    vault.lock()
    with damaged(store, tmp_path, lambda folder: (folder / NAME).write_bytes(earlier)) as folder:
        with pytest.raises(Hindrance) as refusal:
            FolderVault(folder, Clock(), CHEAP).unlock("een ander wachtwoord, ook lang")
        assert isinstance(refusal.value, WrongPassword)
        assert not comes_of(folder).is_noticed
    assert KeysOnDisk(store / NAME, store / PREVIOUS).read()
