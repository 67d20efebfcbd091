# SPDX-License-Identifier: EUPL-1.2
"""Handing a dossier over to a colleague, and taking one over: two sheets that ask, show, and then do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.dates import tell
from assessment.errors import Hindrance
from assessment.package import Arrival, Preview
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import Form
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet
from gui.parts.typed_field import TextField
from gui.parts.visible import set_shown

GIVE = (
    "Het pakket is versleuteld en opent alleen met een code. Die code ziet u één keer. Zeg haar door de telefoon,"
    " en stuur haar nooit met het pakket mee."
)
NO_PURPOSE = "Schrijf waarvoor uw collega dit dossier krijgt. Het doel komt in het logboek."
CODE = "Schrijf deze code op. Zij staat nergens anders, en zonder haar is het pakket niet te openen."
NO_CODE = "Vul de code in die uw collega u gaf."
BUSY = "Het pakket wordt gelezen."
PACKING = "Het pakket wordt gemaakt. Daarna ziet u hier de code."
OTHER = (
    "Een dossier met dit kenmerk staat hier al en is anders. Neemt u het over, dan komt het in de plaats van wat hier"
    " staat. Wat hier stond, blijft in het logboek."
)
ARRIVALS = {
    Arrival.NEW: (Tone.INFO, "Dit dossier staat hier nog niet. Het komt erbij."),
    Arrival.SAME: (Tone.OK, "Dit dossier staat hier al, en er is geen verschil. Er verandert niets."),
    Arrival.OTHER: (Tone.WARN, OTHER),
}
BLOCKS = {
    "application": "aanvraag", "assessed_on": "peildatum", "authority": "gezag", "parties": "betrokkenen",
    "relations": "relaties", "information": "informatie", "facts": "feiten", "financing": "financiering",
    "documents": "stukken", "answers": "vragenlijst", "events": "gebeurtenissen", "conclusion": "weging",
    "hearings": "zienswijzen", "reviews": "tweede lezing", "bureau_advices": "adviezen van het Bureau",
    "subject": "wie betrokkene is", "catalogue": "catalogus",
}  # fmt: skip
"""What a block of the dossier file is called; one that is not named here is told as the rest."""


class GiveSheet(AskingSheet):
    """Emits `asked(purpose)`; `show_code` tells what opens the package once it was written.

    The purpose is a draft until then; the code never is.
    """

    asked = Signal(str)

    def __init__(self, reference: str) -> None:
        super().__init__(f"Geef {reference} over")
        self._purpose = self.hold("purpose", TextField("Doel"))
        self._form = self.add(Form())
        self._form.add("Doel", self._purpose, "Bijvoorbeeld: waarneming tijdens verlof.")
        self._told = self.add(Prose(GIVE, "muted"))
        self._code = self.add(label("", "figure"))
        self._code.setAccessibleName("Code van het pakket")
        set_shown(self._code, False)
        self._verb = self.ask(button("Kies een plaats", "export", Rank.PRIMARY, self._on_ask))
        self._purpose.line.returnPressed.connect(self._on_ask)

    def focus_first(self) -> None:
        self._purpose.setFocus()

    def show_code(self, path: str, code: str) -> None:
        """Show the code, once; the sheet is closed by hand."""
        self.forget()
        self.about = ""  # it has been done: it is not asked again after a lock
        self._notice.show_text(Tone.OK, f"Het pakket staat in {path}.")
        self._told.setText(CODE)
        self._code.setText(code)
        set_shown(self._code, True)
        set_shown(self._form, False)
        self.finish()

    def show_busy(self) -> None:
        """Say that it is being packed; it is not asked twice."""
        self._form.setEnabled(False)
        self._verb.setEnabled(False)
        self._notice.show_text(Tone.INFO, PACKING)

    def show_hindrance(self, hindrance: Hindrance) -> None:
        """Say why there is no package, and let it be tried again."""
        self._form.setEnabled(True)
        self._verb.setEnabled(True)
        self._notice.show_text(Tone.WARN, hindrance.sentence)
        self._purpose.setFocus()

    def _on_ask(self) -> None:
        self._purpose.flush()
        purpose = self._purpose.value()
        if isinstance(purpose, str) and purpose:
            self._notice.show_text(Tone.INFO, "")
            self.asked.emit(purpose)
        else:
            self._notice.show_text(Tone.WARN, NO_PURPOSE)
            self._purpose.setFocus()


class TakeSheet(SideSheet):
    """Emits `opened(code)` to have the package read, and `taken(Preview)` after it was shown."""

    opened = Signal(str)
    taken = Signal(object)

    def __init__(self, file: str) -> None:
        super().__init__("Neem een dossier over")
        self._preview: Preview | None = None
        self.add(Prose(file, "muted"))
        self._notice = self.add(Notice())
        self._code = TextField("")
        form = self.add(Form())
        form.add("Code", self._code, "Vijf groepen van vier tekens, van uw collega.")
        self._facts = self.add(Prose("", "muted"))
        self._verb = self.ask(button("Open het pakket", "unlock", Rank.PRIMARY, self._on_verb))
        self._code.line.textEdited.connect(self._forget)
        self._code.line.returnPressed.connect(self._on_verb)

    def focus_first(self) -> None:
        self._code.setFocus()

    def show_preview(self, preview: Preview) -> None:
        """Tell what is in it and what would happen."""
        self._preview = preview
        package, (tone, words) = preview.package, ARRIVALS[preview.arrival]
        self._notice.show_text(tone, words)
        at = package.made_at.astimezone()
        lines = [f"Kenmerk: {package.dossier.reference}", *_subject(preview)]
        lines += [f"Ingepakt door {package.by} op {tell(at.date())}, {at:%H:%M}"]
        if preview.differing:
            lines.append(f"Anders: {_blocks(preview.differing)}")
        self._facts.setText("\n".join(lines))
        self._verb.setText("Neem over" if preview.arrival is not Arrival.SAME else "Open dit dossier")
        self._verb.setFocus()

    def show_hindrance(self, hindrance: Hindrance) -> None:
        """Say why it cannot be opened."""
        self._notice.show_text(Tone.WARN, hindrance.sentence)
        self._code.setFocus()

    def _forget(self) -> None:
        """Another code is another question."""
        self._preview = None
        self._facts.setText("")
        self._notice.show_text(Tone.INFO, "")
        self._verb.setText("Open het pakket")

    def _on_verb(self) -> None:
        if self._preview is not None:
            self.taken.emit(self._preview)
            return
        self._code.flush()
        code = self._code.value()
        if isinstance(code, str) and code:
            self._notice.show_text(Tone.INFO, BUSY)
            self.opened.emit(code)
        else:
            self._notice.show_text(Tone.WARN, NO_CODE)
            self._code.setFocus()


def _subject(preview: Preview) -> list[str]:
    dossier = preview.package.dossier
    names = ", ".join(dossier.name_of(one) for one in dossier.subject)
    return [f"Betrokkene: {names}"] if names else []


def _blocks(names: tuple[str, ...]) -> str:
    told = [BLOCKS[one] for one in names if one in BLOCKS]
    return ", ".join(told if len(told) == len(names) else [*told, "en meer"])
