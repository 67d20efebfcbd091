# SPDX-License-Identifier: EUPL-1.2
"""How this machine shows the program. Holds nothing about dossiers or people, so it may stand outside the store."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from gui.style.theme import SIZES, Choice

IDLE_MINUTES = (1, 2, 5, 10, 15, 30)
"""After how long the window locks; never is not offered."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Theme, text size in percent, name of the authority for new dossiers, minutes until the window locks.

    `block_capture` keeps the windows out of screenshots on Windows. It stands in the file only: an administrator may
    put `block_capture=false` there.
    """

    theme: str = Choice.SYSTEM.value
    text_size: int = 100
    authority: str = ""
    lock_after: int = 5
    block_capture: bool = True

    def checked(self) -> Preferences:
        """Give the same, with the default for everything that cannot be chosen."""
        return Preferences(
            self.theme if self.theme in set(Choice) else Choice.SYSTEM.value,
            self.text_size if self.text_size in SIZES else 100,
            self.authority[:120],
            self.lock_after if self.lock_after in IDLE_MINUTES else 5,
            self.block_capture,
        )


def forget(_preferences: Preferences) -> None:
    """Keep nothing: for tests and for the temporary store of the examples."""


def default_file() -> Path:
    """Give the place of the settings on this machine (local, not roaming)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "voorkeuren.ini"


def read(file: Path) -> Preferences:
    """Read the preferences; what is missing or wrong is the default."""
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    found: dict[str, object] = {}
    for one in fields(Preferences):
        value = _read_as(type(getattr(Preferences(), one.name)), str(settings.value(one.name, "")))
        if value is not None:
            found[one.name] = value
    return Preferences(**found).checked()  # type: ignore[arg-type]


def _read_as(kind: type, text: str) -> object:
    """Make of a text what it should be; None when it is not."""
    if kind is bool:
        return {"true": True, "false": False}.get(text.lower())
    if kind is int:
        return int(text) if text.isdecimal() else None
    return text or None


def keep(file: Path, preferences: Preferences) -> None:
    """Write the preferences."""
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    for name, value in asdict(preferences).items():
        settings.setValue(name, value)
    settings.sync()
