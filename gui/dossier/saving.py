# SPDX-License-Identifier: EUPL-1.2
"""Writing an advice or an agenda to the file that the officer chose, and nowhere else."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QFileDevice, QFileInfo, QIODevice, QSaveFile

from assessment.errors import FileOutOfReach

OWNER_ONLY = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def save(path: str, content: bytes) -> None:
    """Write the bytes whole or not at all, readable by the owner only; raises FileOutOfReach.

    QSaveFile writes beside the chosen file and puts it in its place at the end: what stood there before stays whole
    when the disk is full, and no other folder ever sees the text.
    """
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileOutOfReach(PurePath(path).name, _why_not_opened(path))
    file.setPermissions(OWNER_ONLY)
    if file.write(content) != len(content) or not file.commit():
        file.cancelWriting()
        raise FileOutOfReach(PurePath(path).name, "de schijf is vol of geeft een fout.")


def _why_not_opened(path: str) -> str:
    target, folder = QFileInfo(path), QFileInfo(QFileInfo(path).absolutePath())
    if target.isDir():
        return "dit is een map. Kies een bestandsnaam."
    if not folder.exists():
        return "deze map bestaat niet meer. Kies een andere plaats."
    if not folder.isWritable() or (target.exists() and not target.isWritable()):
        return "u hebt hier geen rechten. Kies een andere plaats."
    return "op deze plaats is het niet te bewaren. Kies een andere plaats."
