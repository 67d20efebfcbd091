# SPDX-License-Identifier: EUPL-1.2
"""Every page of the database, damaged in every place that differs: it is refused or told, and never taken as good."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment.errors import DamagedStore
from storage import probe
from storage.vault import FolderVault
from tests.storage.damaging import PAGE, RESERVED, Content, Damage, comes_of, content_of, damaged
from tests.storage.pages import KINDS, OTHER, free_pages, kinds_of
from tests.storage.stores import CHEAP, FILES, PASSWORD, Clock, add, answered, dossier_of, flip, get, keep

NAME = "store.db"
PLACES = {"head": 20, "body": 2000, "vector": PAGE - RESERVED + 3, "mac": PAGE - RESERVED + 40}
PLACES_OF_FIRST = {"salt": 3, **PLACES}


@dataclass(frozen=True)
class Stores:
    """A store, the same one some changes ago, what is in it, and the key of its database."""

    folder: Path
    before: Path
    content: Content
    key: bytes

    @property
    def pages(self) -> int:
        return (self.folder / NAME).stat().st_size // PAGE

    def page(self, number: int, of: Path | None = None) -> bytes:
        return ((of or self.folder) / NAME).read_bytes()[(number - 1) * PAGE : number * PAGE]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    place = tmp_path_factory.mktemp("bladzijden")
    folder, before = place / "kluis", place / "eerder"
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    ids = [add(vault, dossier_of(path)) for path in FILES[:3]]
    with vault.work() as work:
        work.drafts.keep(ids[0], "f1.description", "half getypt " * 800)
        work.drafts.keep(None, "reference", "BIB-2026-0099")
        work.commit()
    vault.lock()
    shutil.copytree(folder, before)
    vault.unlock(PASSWORD)
    dossier = get(vault, ids[0])
    for number in range(8):
        dossier = answered(dossier, f"VRAAG-{number}", f"nieuwe tekst {number} " * 60)
        keep(vault, ids[0], dossier)
    with vault.work() as work:
        work.destroyed.remove(ids[2])
        work.commit()
    content, key = content_of(vault), bytes(vault._opened()._database_key)
    vault.lock()
    return Stores(folder, before, content, key)


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a store so large that its pages are not all checked when it is opened."""
    monkeypatch.setattr(probe, "CHECKED_AT_OPENING", -1)


def with_page(number: int, page: bytes) -> Damage:
    """Put another page there."""

    def damage(folder: Path) -> None:
        whole = (folder / NAME).read_bytes()
        (folder / NAME).write_bytes(whole[: (number - 1) * PAGE] + page + whole[number * PAGE :])

    return damage


def is_sound(stores: Stores, apart: Path, damage: Damage) -> bool:
    """See that damage is met as damage, and told where what is read is not what was kept; whether it was noticed."""
    with damaged(stores.folder, apart, damage) as folder:
        found = comes_of(folder)
    for hindrance in [*found.met, *([found.refused] if found.refused else [])]:
        assert isinstance(hindrance, DamagedStore), hindrance
    if found.content != stores.content:
        assert found.is_noticed
    if found.is_noticed:
        assert found.control
    return found.is_noticed


def test_pages_of_every_kind_are_there(stores: Stores) -> None:
    kinds = kinds_of(stores.folder / NAME, stores.key)
    assert kinds.keys() == {"first", OTHER, *KINDS.values()}
    assert len(kinds[OTHER]) > free_pages(stores.folder / NAME, stores.key) > 0


def test_a_whole_store_is_taken_as_whole(stores: Stores, tmp_path: Path) -> None:
    assert not is_sound(stores, tmp_path, lambda _: None)


def test_a_changed_byte_in_any_page_keeps_it_closed(stores: Stores, tmp_path: Path) -> None:
    for number in range(1, stores.pages + 1):
        for place in (PLACES_OF_FIRST if number == 1 else PLACES).values():
            at = (number - 1) * PAGE + place
            with damaged(stores.folder, tmp_path, lambda folder, at=at: flip(folder / NAME, at)) as folder:  # type: ignore[misc]
                with pytest.raises(DamagedStore) as refusal:
                    FolderVault(folder, Clock(), CHEAP).unlock(PASSWORD)
                assert refusal.value.part == "database"


def test_a_damaged_page_that_is_met_while_working_is_told(stores: Stores, tmp_path: Path, unchecked: None) -> None:
    places = list(PLACES.values())
    for number in range(1, stores.pages + 1):
        at = (number - 1) * PAGE + places[number % len(places)]
        assert is_sound(stores, tmp_path, lambda folder, at=at: flip(folder / NAME, at))  # type: ignore[misc]


def test_a_page_of_noughts_is_told(stores: Stores, tmp_path: Path, unchecked: None) -> None:
    for number in range(1, stores.pages + 1, 3):
        assert is_sound(stores, tmp_path, with_page(number, bytes(PAGE)))


@pytest.mark.parametrize("is_checked", [True, False])
def test_pages_that_changed_places_are_told(
    stores: Stores, tmp_path: Path, is_checked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_checked:
        monkeypatch.setattr(probe, "CHECKED_AT_OPENING", -1)
    chance = random.Random(20261125)
    for _ in range(12):
        one, other = chance.sample(range(1, stores.pages + 1), 2)

        def swap(folder: Path, one: int = one, other: int = other) -> None:
            with_page(one, stores.page(other))(folder)
            with_page(other, stores.page(one))(folder)

        assert is_sound(stores, tmp_path, swap)


def test_an_earlier_version_of_any_page_is_told(stores: Stores, tmp_path: Path) -> None:
    """The ciphers find nothing wrong with it; indexes, chain, marks and anchor do, where it makes a difference."""
    there = (stores.before / NAME).stat().st_size // PAGE
    other = [one for one in range(1, there + 1) if stores.page(one) != stores.page(one, stores.before)]
    assert len(other) > 15
    noticed = [is_sound(stores, tmp_path, with_page(one, stores.page(one, stores.before))) for one in other]
    assert noticed.count(True) > 15


@pytest.mark.parametrize("is_checked", [True, False])
@pytest.mark.parametrize("keep", [0, 1, 15, 16, 100, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, -10 * PAGE, -PAGE, -1])
def test_a_database_that_was_cut_off_is_told(
    stores: Stores, tmp_path: Path, keep: int, is_checked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_checked:
        monkeypatch.setattr(probe, "CHECKED_AT_OPENING", -1)
    whole = (stores.folder / NAME).read_bytes()
    assert is_sound(stores, tmp_path, lambda folder: (folder / NAME).write_bytes(whole[:keep]))


@pytest.mark.parametrize("more", [b"x", bytes(PAGE), b"x" * PAGE])
def test_a_database_that_became_longer_is_read_as_it_was(stores: Stores, tmp_path: Path, more: bytes) -> None:
    whole = (stores.folder / NAME).read_bytes()
    is_sound(stores, tmp_path, lambda folder: (folder / NAME).write_bytes(whole + more))
