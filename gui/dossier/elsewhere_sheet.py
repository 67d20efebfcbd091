# SPDX-License-Identifier: EUPL-1.2
"""Does this occur in another dossier? Asked on purpose and with a reason; what is found stays in this sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.errors import Hindrance
from assessment.found import Asked, Elsewhere
from assessment.matching import Match
from assessment.names import NameKind
from gui.dossier.elsewhere_options import Option
from gui.dossier.step_page import StepPage
from gui.dossier.step_titles import TITLES
from gui.parts import spots
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choice_field import ChoiceField
from gui.parts.form import Form
from gui.parts.label import Prose
from gui.parts.link_rows import Link, LinkRows
from gui.parts.long_text import LongTextField

TITLE = "Komt elders voor?"
WHY = (
    "U zoekt in alle andere dossiers van deze kluis. Schrijf op waarom dat nodig is: de vraag en de reden komen in het"
    " logboek."
)
NO_FINDING = (
    "Een gelijkenis is geen bevinding en weegt op zichzelf niets. Ga zelf na of het om dezelfde gaat en of u de"
    " gegevens mag gebruiken. Wat hier staat, wordt niet in het dossier bewaard."
)
ABOUT = "elsewhere-"
"""What a reason is kept under that was begun, with the record that is asked about and who asks."""
NOTHING_TO_ASK = "Er is nog niets om naar te zoeken. Vul eerst een naam, adres of rekening in."
NOT_FOUND = "Dit komt in geen ander dossier voor, ook niet met een naam die zo klinkt."
NO_REASON = "Schrijf eerst op waarom u zoekt."
_MATCHES = {
    Match.PLACE: "zelfde postcode en huisnummer",
    Match.PART: "zelfde achternaam, voornaam kan kloppen",
    Match.SOUND: "klinkt hetzelfde",
    Match.NEAR: "lijkt erop",
}
_SAME = {NameKind.ADDRESS: "zelfde adres", NameKind.ACCOUNT: "zelfde rekening"}
_ROLES = {"subject": "betrokkene", "lender": "geldgever"}


class ElsewhereSheet(AskingSheet):
    """Signals: `asked(Asked, reason)`, `goal_asked(dossier, step, place)`."""

    asked = Signal(object, str)
    goal_asked = Signal(str, str, str)

    def __init__(self, options: tuple[Option, ...], catalogue: Catalogue) -> None:
        super().__init__(TITLE)
        self._options, self._catalogue = options, catalogue
        self._found: tuple[Elsewhere, ...] = ()
        self.is_open = True
        self.closed.connect(self._on_closed)
        words = {str(at): f"{word}: {asked.text}" for at, (word, asked) in enumerate(options)}
        self._what = ChoiceField(words=words, may_be_unknown=False)
        self._reason = self.hold("reason", LongTextField(empty=""))
        if options:
            self._what.load("0")
        form = Form()
        form.add("Zoek op", self._what)
        form.add("Waarom zoekt u?", self._reason)
        self._told = Prose("", "label")
        self._rows = LinkRows(framed=True)
        self._rows.asked.connect(self._on_goal)
        for widget in (Prose(WHY, "muted"), form, self._told, self._rows, Prose(NO_FINDING, "small")):
            self.add(widget)
        self.verb = self.ask(button("Zoek in andere dossiers", "search", Rank.PRIMARY, self._on_ask))
        if not options:
            self._notice.show_text(Tone.INFO, NOTHING_TO_ASK)
            self.verb.setEnabled(False)

    def focus_first(self) -> None:
        self._reason.setFocus()

    def show_found(self, found: tuple[Elsewhere, ...]) -> None:
        """Show the answer, the most alike first; the reason is in the journal by now and no draft any more."""
        self._found = found
        self.forget()
        self.verb.setEnabled(True)
        self._told.setText(_counted(len(found)) if found else NOT_FOUND)
        self._rows.show_links(tuple(self._link(at, one) for at, one in enumerate(found)))

    def show_failed(self, sentence: str) -> None:
        """Say why there is no answer; the reason still stands here, and it can be asked again."""
        self._notice.show_text(Tone.WARN, sentence)
        self.verb.setEnabled(True)

    def links(self) -> tuple[Link, ...]:
        """Give what is shown."""
        return self._rows.links()

    def told(self) -> str:
        """Give the sentence of the answer."""
        return self._told.text()

    def _link(self, at: int, one: Elsewhere) -> Link:
        step = TITLES[spots.step_of(one.spot)]
        roles = ", ".join(_ROLES.get(role) or self._catalogue.word("role", role) for role in one.roles)
        second = " · ".join(filter(None, (one.said, step, in_words(one), roles and f"daar {roles}")))
        return Link(str(at), f"{one.reference}   {one.subject}".strip(), second)

    def _on_ask(self) -> None:
        self.flush()
        reason = str(self._reason.value()).strip()
        if not reason:
            self._notice.show_text(Tone.WARN, NO_REASON)
            self._reason.setFocus()
            return
        self._notice.show_text(Tone.WARN, "")
        self.verb.setEnabled(False)
        self.asked.emit(self._options[int(str(self._what.value()))][1], reason)

    def _on_goal(self, place: str) -> None:
        one = self._found[int(place)]
        self.goal_asked.emit(one.dossier, spots.step_of(one.spot), spots.place_of(one.spot))

    def _on_closed(self) -> None:
        self.is_open = False


def _counted(count: int) -> str:
    return "Op 1 plaats gevonden" if count == 1 else f"Op {count} plaatsen gevonden"


def in_words(one: Elsewhere) -> str:
    """Say how it is like what was asked."""
    return _MATCHES.get(one.likeness.match) or _SAME.get(one.kind, "zelfde naam")


def about(record: str, me: str) -> str:
    """Say what the sheet is about in which the user with this id asks about a record (`party/p1`)."""
    return f"{ABOUT}{record.replace('/', '-')}:{me}"


def ask_elsewhere(page: StepPage, options: tuple[Option, ...]) -> ElsewhereSheet:
    """Open the sheet on a step and give it the answer, unless it was closed meanwhile."""
    sheet = ElsewhereSheet(options, page.catalogue)

    def show(found: tuple[Elsewhere, ...]) -> None:
        if sheet.is_open:
            sheet.show_found(found)

    def tell_why(hindrance: Hindrance) -> None:
        if sheet.is_open:
            sheet.show_failed(hindrance.sentence)

    def ask(asked: Asked, reason: str) -> None:
        page.tools.ask_elsewhere(asked, reason, show, tell_why)

    sheet.asked.connect(ask)
    sheet.goal_asked.connect(page.tools.open_elsewhere)
    page.open_sheet(sheet, about(options[0][1].record, page.tools.me) if options else "")
    return sheet
