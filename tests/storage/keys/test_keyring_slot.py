# SPDX-License-Identifier: EUPL-1.2
"""The keyring of Windows opens the store only for who switched it on; nowhere else is one used, and none is needed."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assessment.errors import NoKeyring
from storage.keys import keyring_slot
from storage.keys.reading import read_key_file
from storage.keys.slot import SlotKind
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD

ADA, BO = "Ada Voorbeeld", "Bo Verzonnen"
MOST = 2560
"""Bytes of UTF-16 that Windows takes (CRED_MAX_CREDENTIAL_BLOB_SIZE)."""


class InMemory:
    """Keeps what it is given, as that of Windows does, and refuses what is too long for it."""

    kept: dict[tuple[str, str], str]
    persist = "enterprise"
    priority = 5

    def set_password(self, service: str, user: str, secret: str) -> None:
        if len(secret.encode("utf-16-le")) > MOST:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        assert self.persist == "local machine"
        self.kept[service, user] = secret

    def get_password(self, service: str, user: str) -> str | None:
        return self.kept.get((service, user))

    def delete_password(self, service: str, user: str) -> None:
        del self.kept[service, user]


class Forgetful(InMemory):
    def set_password(self, service: str, user: str, secret: str) -> None:
        """Say nothing and keep nothing, as the backend `null` does."""


class Broken(InMemory):
    def get_password(self, service: str, user: str) -> str | None:
        raise RuntimeError("het slot is dicht")


def on_windows(monkeypatch: pytest.MonkeyPatch, backend: type[Any]) -> dict[tuple[str, str], str]:
    backend.kept = {}
    module = ModuleType("keyring.backends.Windows")
    module.WinVaultKeyring = backend  # type: ignore[attr-defined]
    for name in ("keyring", "keyring.backends"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(keyring_slot, "SYSTEM", "win32")
    return backend.kept


def test_elsewhere_it_is_told_and_nothing_is_kept(vault: FolderVault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring_slot, "SYSTEM", "linux")
    assert vault.people.keyring().why_not == keyring_slot.ONLY_WINDOWS
    with pytest.raises(NoKeyring):
        vault.people.use_keyring(PASSWORD)
    assert not vault.people.keyring().is_on
    vault.lock()
    assert vault.keyring_at_the_door() == ()


def test_it_opens_the_store_for_who_switched_it_on(
    vault: FolderVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = on_windows(monkeypatch, InMemory)
    state = vault.people.keyring()
    assert (state.is_on, state.why_not) == (False, "")
    vault.people.use_keyring(PASSWORD)
    assert vault.people.keyring().is_on
    ((secret),) = kept.values()
    assert PASSWORD not in secret
    vault.people.rekey(PASSWORD)
    vault.lock()
    assert vault.keyring_at_the_door() == (ADA,)
    vault.unlock_with_keyring(ADA)
    assert vault.user == ADA
    with vault.work() as work:
        assert "store.keyring-on" in {line.action for line in work.journal.entries()}
    vault.people.drop_keyring(PASSWORD)
    assert kept == {}
    assert not vault.people.keyring().is_on
    for name in ("store.keys.json", "store.keys.json.1"):
        assert read_key_file((folder / name).read_bytes()).of(SlotKind.KEYRING) == ()
    vault.lock()
    with pytest.raises(NoKeyring):
        vault.unlock_with_keyring(ADA)
    vault.unlock(PASSWORD)


def test_a_secret_that_is_gone_or_wrong_opens_nothing(vault: FolderVault, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = on_windows(monkeypatch, InMemory)
    vault.people.use_keyring(PASSWORD)
    vault.lock()
    (place,) = kept
    for wrong in ("", "zz", "00"):
        kept[place] = wrong
        with pytest.raises(NoKeyring) as refusal:
            vault.unlock_with_keyring(ADA)
        assert "Uw wachtwoord werkt gewoon" in refusal.value.sentence
    kept[place] = "00" * 32
    with pytest.raises(NoKeyring):
        vault.unlock_with_keyring(ADA)
    vault.unlock(PASSWORD)


@pytest.mark.parametrize("backend", [Forgetful, Broken])
def test_one_that_does_not_keep_it_is_not_switched_on(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch, backend: type[InMemory]
) -> None:
    on_windows(monkeypatch, backend)
    with pytest.raises(NoKeyring):
        vault.people.use_keyring(PASSWORD)
    assert not vault.people.keyring().is_on


def test_a_secret_fits_in_what_windows_takes() -> None:
    assert len(keyring_slot.new_secret().hex().encode("utf-16-le")) <= MOST
