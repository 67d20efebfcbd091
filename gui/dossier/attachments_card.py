# SPDX-License-Identifier: EUPL-1.2
"""The files of one record: what is there, adding by choice or by dragging, showing, and taking out or away."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from assessment.attachment import WORDS, Attachment
from assessment.dates import tell
from gui.dossier.attaching import PARTS_TOLD, Attaching
from gui.dossier.placing import ask_files
from gui.parts.backup_words import size
from gui.parts.badge import Tone
from gui.parts.button import Rank, button, icon_button
from gui.parts.card import Card
from gui.parts.emptied import empty
from gui.parts.label import Prose, breakable
from gui.parts.notice import Notice
from gui.parts.visible import set_shown

CLEAN = "Verwijder metagegevens uit afbeeldingen (locatie, toestel)"
DROP = "Of sleep bestanden hierheen. Ten hoogste 500 MB per bestand."
AskFiles = Callable[[QWidget, Callable[[list[str]], None]], None]


def files_in(mime: QMimeData) -> list[str]:
    """Give the files that are dragged; what comes from elsewhere than this machine is none."""
    return [one.toLocalFile() for one in mime.urls() if one.isLocalFile()]


class AttachmentsCard(Card):
    """`view_asked(attachment)` and `export_asked(attachment)` are for the page; the rest it does by itself."""

    view_asked = Signal(object)
    export_asked = Signal(object)

    def __init__(self, attaching: Attaching, owner: str, ask: AskFiles = ask_files) -> None:
        super().__init__("Bijlagen")
        self._attaching, self._owner, self._ask = attaching, owner, ask
        self._shown: tuple[Attachment, ...] | None = None
        self.setAcceptDrops(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._none = Prose("Er is nog geen bestand toegevoegd.", "muted")
        self._notice = Notice(Tone.WARN)
        self._notice.asked.connect(lambda: self._say(""))
        self.clean = QCheckBox(CLEAN)
        self.clean.setText(CLEAN.replace(" (", "\n("))
        self.clean.setAccessibleName(CLEAN)
        self.add_button = button("Voeg bestand toe…", "plus", on_click=self._choose)
        self._lay_out()
        attaching.changed.connect(self._show)
        attaching.moved.connect(self._show_progress)
        attaching.said.connect(self._say)
        self._show()
        self._show_progress()

    def add_files(self, paths: Iterable[str]) -> None:
        """Take files in, one after the other."""
        self._say("")
        for path in paths:
            self._attaching.add(self._owner, path, cleaned=self.clean.isChecked())

    def text(self) -> str:
        """Give what was said last."""
        return self._notice.text().replace("\u200b", "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(files_in(event.mimeData()))

    def _choose(self) -> None:
        self._ask(self, self.add_files)

    def _say(self, sentence: str) -> None:
        self._notice.show_text(Tone.WARN, breakable(sentence), "Sluit" if sentence else "")

    def _show(self) -> None:
        found = self._attaching.of(self._owner)
        if found == self._shown:
            return
        self._shown = found
        empty(self._rows)
        for one in found:
            self._rows.addWidget(self._row(one))
        set_shown(self._none, not found)

    def _row(self, one: Attachment) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(Prose(breakable(one.name)))
        day = tell(one.added_at.astimezone().date())
        told.addWidget(Prose(f"{WORDS[one.kind]} · {_size(one.size)} · {day}, {one.added_by}", "muted"))
        line.addLayout(told, 1)
        line.addWidget(icon_button(f"Bekijk {one.name}", "eye", lambda: self.view_asked.emit(one)))
        line.addWidget(
            icon_button(f"Bewaar {one.name} buiten de kluis…", "export", lambda: self.export_asked.emit(one))
        )
        line.addWidget(icon_button(f"Verwijder {one.name}", "trash", lambda: self._attaching.remove(one.id)))
        return row

    def _show_progress(self) -> None:
        busy = self._attaching.busy
        set_shown(self._busy, bool(busy))
        self._doing.setText(breakable(busy))
        self._bar.setValue(self._attaching.progress)
        self._bar.setAccessibleName(f"Voortgang van {busy}" if busy else "Voortgang")

    def _lay_out(self) -> None:
        self._busy, self._doing = QWidget(), Prose("", "muted")
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=PARTS_TOLD)
        column = QVBoxLayout(self._busy)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self._doing, 1)
        line.addWidget(button("Annuleer", rank=Rank.QUIET, on_click=self._attaching.cancel))
        column.addLayout(line)
        column.addWidget(self._bar)
        self.add(self._notice)
        self.add(self._none)
        self.add_layout(self._rows)
        self.add(self._busy)
        self.add(self.clean)
        self.add(self.add_button)
        self.add(Prose(DROP, "muted"))


def _size(count: int) -> str:
    """Write a number of bytes: `12 kB`, `0,8 MB`."""
    return f"{-(-count // 1000)} kB" if count < 100_000 else size(count)
