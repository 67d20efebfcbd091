# SPDX-License-Identifier: EUPL-1.2
"""Fields in which one of a few or many words is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from gui.parts.field import NONE_DRAFT, Field


class ChoiceField(Field):
    """One of `words` (code → Dutch word); gives `make(code)`, NOT_KNOWN for "niet bekend", None for `none_word`.

    `make` is the enumeration (`Role`) or `str`. `may_be_unknown=False` leaves "niet bekend" out. With `search` the
    user can type a part of the word, for long lists.
    """

    def __init__(
        self,
        name: str = "",
        words: Mapping[str, str] | None = None,
        *,
        make: Callable[[str], object] = str,
        none_word: str = "",
        may_be_unknown: bool = True,
        search: bool = False,
    ) -> None:
        super().__init__(name)
        self._make = make
        self._unknown_word = NOT_KNOWN_WORD
        self._none_word = none_word
        self._may_be_unknown = may_be_unknown
        self.box = _Box()
        if not may_be_unknown:
            self.box.setPlaceholderText("Kies …")
        if search:
            self._make_searchable()
        self.set_words(words or {})
        self.box.activated.connect(self._on_activated)
        self._take_in(self.box)
        if search:
            self._editors.append(self.box.lineEdit())
            self.set_name(name)

    def set_words(self, words: Mapping[str, str]) -> None:
        """Offer other words; keeps the value where it is still offered."""
        kept = self.value() if self.box.count() else None
        self.box.clear()
        if self._may_be_unknown:
            self.box.addItem(self._unknown_word, NOT_KNOWN)
        if self._none_word:
            self.box.addItem(self._none_word, None)
        for code, word in words.items():
            self.box.addItem(word, code)
        if kept is not None:
            self.load(kept)

    def name_unknown(self, word: str) -> None:
        """Say something else than "niet bekend", such as "nog niet vastgelegd" of what the officer decides himself."""
        self._unknown_word = word
        index = self.box.findData(NOT_KNOWN)
        if index >= 0:
            self.box.setItemText(index, word)

    def value(self) -> object:
        code = self.box.currentData()
        return self._make(code) if isinstance(code, str) else code

    def load(self, value: object) -> None:
        self.set_problem("")
        value = NOT_KNOWN if value == "" else value
        index = next((i for i in range(self.box.count()) if self._same(self.box.itemData(i), value)), -1)
        self.box.setCurrentIndex(index)
        if index < 0 and value is not NOT_KNOWN and value is not None:
            self.set_problem(f"De code {value} staat niet in deze lijst.")

    def as_draft(self) -> str:
        code = self.box.currentData()
        return code if isinstance(code, str) else NONE_DRAFT if self.box.currentIndex() >= 0 and code is None else ""

    def restore(self, text: str) -> None:
        """Choose again what was chosen, where that is still offered."""
        self.load(None if text == NONE_DRAFT else text)

    def _same(self, code: object, value: object) -> bool:
        return code is value or (isinstance(code, str) and isinstance(value, str) and code == str(value))

    def _on_activated(self, _index: int) -> None:
        self.set_problem("")
        self.edited.emit(self.value())

    def _make_searchable(self) -> None:
        """Let the user type a part of a word."""
        self.box.setEditable(True)
        self.box.lineEdit().setPlaceholderText("Typ een deel van het woord")
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.box.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.popup().setProperty("role", "completions")
        self.box.lineEdit().editingFinished.connect(self._on_search_finished)
        self.box.currentIndexChanged.connect(lambda _index: self.box.lineEdit().setCursorPosition(0))

    def _on_search_finished(self) -> None:
        """Take the only word that holds the typed text; go back to what was chosen when there is none, or several."""
        typed = self.box.currentText().strip()
        if self.box.findText(typed, Qt.MatchFlag.MatchFixedString) >= 0:
            return
        places = [at for at in range(self.box.count()) if typed.casefold() in self.box.itemText(at).casefold()]
        if typed and len(places) == 1:
            self.box.setCurrentIndex(places[0])
            self._on_activated(places[0])
        else:
            self.box.setEditText(self.box.itemText(self.box.currentIndex()))


class _Box(QComboBox):
    """A combo box that the mouse wheel only changes when it has the focus, and that may be narrower than its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
