# SPDX-License-Identifier: EUPL-1.2
"""Beheer: how this machine shows the program, and when it locks."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell_iso
from assessment.telling.own_policy import policy_sentence
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.choice_field import ChoiceField
from gui.parts.form import Form
from gui.parts.label import Prose
from gui.parts.link_rows import Link, LinkRows
from gui.parts.page_frame import PageFrame
from gui.parts.segmented import Segment, SegmentedField
from gui.parts.typed_field import TextField
from gui.parts.visible import set_shown
from gui.settings.backups_card import BackupsCard
from gui.settings.destroyed_card import DestroyedCard
from gui.settings.keyring_row import KeyringRow
from gui.settings.preferences import IDLE_MINUTES, Preferences
from gui.settings.retention_card import RetentionCard
from gui.settings.terms_card import TermsCard
from gui.settings.users_card import UsersCard
from gui.style.theme import SIZES, Choice, scaled

_THEMES = (
    Segment(Choice.SYSTEM.value, "zoals het systeem", "S"),
    Segment(Choice.LIGHT.value, "licht", "L"),
    Segment(Choice.DARK.value, "donker", "D"),
)

NARROW = 380
NEWEST = (
    "Nieuwe dossiers beginnen met de catalogus van {date}. Een lopend dossier houdt de zijne. Bekijk welke dossiers "
    "een andere uitkomst zouden krijgen; er wordt niets gewijzigd."
)
JOURNAL = "Wie wat wanneer deed in deze kluis, wat er stond en wat er kwam te staan, en waarvoor iets de kluis verliet."
NO_POLICY = (
    "Er geldt geen eigen beleid: vragenlijst, afwegingskader en termijnen zijn zoals zij zijn geleverd. De beheerder "
    "van deze computer kan het programma starten met --beleid en de map waarin het beleid van de gemeente staat."
)

CAPTURE_BLOCKED = "Schermafdrukken en schermopnamen van dit programma worden tegengehouden."
CAPTURE_ALLOWED = "De beheerder van deze computer staat schermafdrukken en schermopnamen toe."
CAPTURE_NOT_HERE = "Schermafdrukken en schermopnamen kan het programma alleen op Windows tegenhouden, dus hier niet."


class SettingsPage(PageFrame):
    """Emits `changed(Preferences)` after each choice; there is nothing to confirm."""

    changed = Signal(object)
    report_asked = Signal()
    """Which dossiers would get another result under the newest catalogue."""
    dossier_asked = Signal(str)
    journal_asked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__("Beheer", "Hoe het programma eruitziet, wie de kluis opent, en hoe lang dossiers blijven.")
        self._preferences = preferences
        self._theme = SegmentedField(segments=_THEMES)
        sizes = [Segment(size, f"{size} %", str(at)) for at, size in enumerate(SIZES, start=1)]
        self._size = SegmentedField(segments=sizes)
        self._authority = TextField(empty="")
        self._authority.setMaximumWidth(scaled(NARROW))
        minutes = {str(one): "1 minuut" if one == 1 else f"{one} minuten" for one in IDLE_MINUTES}
        self._lock = ChoiceField(words=minutes, make=int, may_be_unknown=False)
        self._lock.setMaximumWidth(scaled(NARROW))
        self._policy, self._newest, self._report, self._others = Prose(), Prose(), Prose(), LinkRows()
        self.ask_report = button("Bekijk lopende dossiers", "search", on_click=self.report_asked.emit)
        self._others.asked.connect(self.dossier_asked)
        self._terms = TermsCard()
        self.backups = BackupsCard()
        self.users, self.keyring = UsersCard(), KeyringRow()
        self.retention, self.destroyed = RetentionCard(), DestroyedCard()
        self._lay_out()
        self.show_preferences(preferences)
        self._theme.edited.connect(lambda value: self._put(theme=value))
        self._size.edited.connect(lambda value: self._put(text_size=value))
        self._authority.edited.connect(lambda value: self._put(authority=value))
        self._lock.edited.connect(lambda value: self._put(lock_after=value))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show other choices."""
        self._preferences = preferences
        self._theme.load(preferences.theme)
        self._size.load(preferences.text_size)
        self._authority.set_value(preferences.authority)
        self._lock.load(str(preferences.lock_after))

    def focus_size(self) -> None:
        """Put the keyboard at the text size."""
        self._size.setFocus()

    def show_policy(self, catalogue: Catalogue, on: date) -> None:
        """Say which policy of the municipality lies on the catalogue, what it changes, and how terms are counted."""
        self._policy.setText(policy_sentence(catalogue) or NO_POLICY)
        self._newest.setText(NEWEST.format(date=tell_iso(catalogue.date)))
        self._terms.show_counting(catalogue, on)

    def show_report(self, sentence: str, others: tuple[Link, ...] = ()) -> None:
        """Tell how far the report is, or what came out, with a link to each dossier that would end otherwise."""
        self._report.setText(sentence)
        set_shown(self._report, bool(sentence))
        self._others.show_links(others)

    def authority(self) -> str:
        """Give the name of the authority for new dossiers."""
        return self._preferences.authority

    def _lay_out(self) -> None:
        looks = Form()
        looks.add("Kleuren", self._theme)
        looks.add("Grootte van de letters", self._size)
        self.add(Card("Weergave")).add(looks)
        office = Form()
        office.add("Naam van uw gemeente", self._authority, "Staat in elk nieuw dossier en boven het advies.")
        self.add(Card("Organisatie")).add(office)
        safety = Form()
        safety.add(
            "Vergrendel het venster na",
            self._lock,
            "Zonder toets of muis. Wat u had ingevoerd, blijft bewaard. Meteen vergrendelen: Ctrl+L.",
        )
        guarding = self.add(Card("Veiligheid"))
        guarding.add(safety)
        guarding.add(Prose(capture_words(self._preferences, sys.platform), "small"))
        guarding.add(self.keyring)
        self.add(self.users)
        card = self.add(Card("Logboek", JOURNAL))
        self.open_journal = card.corner(button("Open het logboek", "list", on_click=self.journal_asked.emit))
        for own in (self.backups, self.retention, self.destroyed):
            self.add(own)
        card = self.add(Card("Catalogus en eigen beleid"))
        card.corner(self.ask_report)
        for words in (self._newest, self._policy, self._report, self._others):
            card.add(words)
        self.show_report("")
        self.add(self._terms)

    def _put(self, **changes: object) -> None:
        self._preferences = replace(self._preferences, **changes)
        self.changed.emit(self._preferences)


def capture_words(preferences: Preferences, platform: str) -> str:
    """Say whether windows are kept out of captures here; the officer cannot change that."""
    if platform != "win32":
        return CAPTURE_NOT_HERE
    return CAPTURE_BLOCKED if preferences.block_capture else CAPTURE_ALLOWED
