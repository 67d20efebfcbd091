# SPDX-License-Identifier: EUPL-1.2
"""What comes of a store that was damaged: opened, checked, read as a whole and written in, as the program does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assessment.errors import Hindrance
from storage.control import control
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, small

PAGE = 4096
RESERVED = 80
"""Bytes at the end of each page: its initialisation vector, its MAC, and what fills up."""

BESIDE = ("store.", "anchor.", "journal.", "backup.")
"""Lines about the store itself: opening it adds some."""

WORDS = ("nieuwe", "verzonnen", "fictema", "v")

Content = tuple[object, ...]
Damage = Callable[[Path], object]


@dataclass
class Outcome:
    """How far it came, which hindrances were met on the way, and whether what was read is what was kept."""

    refused: Hindrance | None = None
    met: list[Hindrance] = field(default_factory=list)
    is_told: bool = False
    content: Content | None = None
    control: str = ""

    @property
    def is_noticed(self) -> bool:
        return self.refused is not None or bool(self.met) or self.is_told


def content_of(vault: FolderVault) -> Content:
    """Read everything: list, dossiers, drafts, journal, and what some searches find."""
    with vault.work() as work:
        rows = work.dossiers.find()
        lines = work.journal.entries(limit=1_000_000)
        return (
            rows,
            tuple(work.dossiers.get(one.id) for one in rows),
            tuple(tuple(work.drafts.all(one.id).items()) for one in rows),
            tuple(work.drafts.all(None).items()),
            tuple((one.action, one.about, one.detail) for one in lines if not one.action.startswith(BESIDE)),
            tuple(len(work.dossiers.find(word)) for word in WORDS),
        )


@contextmanager
def damaged(store: Path, apart: Path, damage: Damage) -> Iterator[Path]:
    """Lend a damaged copy of a store."""
    copy = apart / "beschadigd"
    shutil.copytree(store, copy, symlinks=True)
    try:
        damage(copy)
        yield copy
    finally:
        shutil.rmtree(copy)


def comes_of(folder: Path) -> Outcome:
    """Use a store; anything but a hindrance goes up, and fails the test."""
    found = Outcome()
    found.control = _control(folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    try:
        vault.unlock(PASSWORD)
    except Hindrance as refusal:
        found.refused = refusal
        return found
    found.is_told = bool(vault.warnings())
    steps = (lambda: _checks(vault, found), lambda: _reads(vault, found), lambda: add(vault, small()), vault.lock)
    for action in steps:
        try:
            action()
        except Hindrance as hindrance:
            found.met.append(hindrance)
    return found


def _control(folder: Path) -> str:
    """Name the parts that the check from the command line does not find whole, or why it cannot check."""
    try:
        found = control(folder, lambda: PASSWORD, lambda _: None)
    except Hindrance as hindrance:
        return type(hindrance).__name__
    return " ".join(one.part.value for one in found.findings if not one.is_whole)


def _checks(vault: FolderVault, found: Outcome) -> None:
    found.is_told |= bool(vault.faults())


def _reads(vault: FolderVault, found: Outcome) -> None:
    found.content = content_of(vault)
