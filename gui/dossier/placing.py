# SPDX-License-Identifier: EUPL-1.2
"""Where a file that leaves the store is to stand: asked of the officer, each time anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

AskPlace = Callable[[QWidget, str, Callable[[str], None]], None]

_KINDS = {"pdf": ("Bewaar de pdf", "Pdf (*.pdf)"), "ics": ("Bewaar de agenda", "Agenda (*.ics)")}


def ask_place(parent: QWidget, name: str, then: Callable[[str], None]) -> None:
    """Let the system ask for a place; the question whether a file may be replaced is asked there too."""
    kind = name.rpartition(".")[2]
    title, filter_ = _KINDS[kind]
    folder = QDir(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog = QFileDialog(parent, title, folder.filePath(file_name(name)), filter_)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind)
    dialog.selectFile(file_name(name))
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def file_name(text: str) -> str:
    """Make a file name of a reference: signs that file systems refuse become a dash."""
    return "".join("-" if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in text).strip(". ")
