# SPDX-License-Identifier: EUPL-1.2
"""Where a file that leaves the store is to stand: asked of the officer, each time anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

AskPlace = Callable[[QWidget, str, Callable[[str], None]], None]

_KINDS = {"pdf": ("Bewaar de pdf", "Pdf (*.pdf)"), "ics": ("Bewaar de agenda", "Agenda (*.ics)"),
          "toetspakket": ("Bewaar het pakket", "Pakket van Toetssteen (*.toetspakket)")}  # fmt: skip


def ask_place(parent: QWidget, name: str, then: Callable[[str], None]) -> None:
    """Let the system ask for a place; the question whether a file may be replaced is asked there too."""
    kind = name.rpartition(".")[2]
    title, filter_ = _KINDS[kind]
    dialog = _saving(parent, title, name, filter_)
    dialog.setDefaultSuffix(kind)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_place_of_copy(parent: QWidget, name: str, then: Callable[[str], None]) -> None:
    """Ask for the place of a file that leaves the store as it came in, whatever it is."""
    dialog = _saving(parent, "Bewaar buiten de kluis", name, "Alle bestanden (*)")
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_files(parent: QWidget, then: Callable[[list[str]], None]) -> None:
    """Let the system ask for files that are to be taken in."""
    dialog = QFileDialog(parent, "Voeg bestanden toe", _documents().path(), "Alle bestanden (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _saving(parent: QWidget, title: str, name: str, filter_: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, _documents().filePath(file_name(name)), filter_)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(file_name(name))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _documents() -> QDir:
    return QDir(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def file_name(text: str) -> str:
    """Make a file name of a reference: signs that file systems refuse become a dash."""
    return "".join("-" if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in text).strip(". ")
