# SPDX-License-Identifier: EUPL-1.2
"""The second reader: who read, what he says, and whether the dossier is still as he read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.review import Review, Verdict
from assessment.known import NOT_KNOWN_WORD, known
from assessment.receipt import seal
from gui.parts.badge import Tone
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.label import Prose
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.notice import Notice
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import SideSheet

CHANGED = "Het dossier is daarna gewijzigd"
SAME = "Past bij dit dossier"
SIGN = "Lees en teken"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One reading in words; `fits` says whether its seal is that of the dossier as it is now."""

    id: int
    review: Review
    verdict: str
    fits: bool


def rows(dossier: Dossier, catalogue: Catalogue) -> tuple[ReviewRow, ...]:
    """Put each reading beside whether its seal still fits."""
    now = seal(dossier) if dossier.reviews else ""
    return tuple(_row(at, one, now, catalogue) for at, one in enumerate(dossier.reviews, 1))


def _row(at: int, review: Review, now: str, catalogue: Catalogue) -> ReviewRow:
    said = known(review.verdict)
    return ReviewRow(at, review, catalogue.word("verdict", said) if said else NOT_KNOWN_WORD, review.seal == now)


def signed(values: dict[str, object], dossier: Dossier, today: date) -> Review:
    """Make a reading of what was filled in: dated today and sealed on the dossier as it is now."""
    return Review(
        by=str(values["by"]), on=When.on(today), seal=seal(dossier), verdict=Verdict(values["verdict"]),
        remarks=values["remarks"],
    )  # fmt: skip


def specs(catalogue: Catalogue, drafter: str) -> tuple[FieldSpec, ...]:
    """What a second reader fills in; four eyes are those of somebody else than the drafter."""

    def another(name: str) -> str:
        same = bool(drafter) and name.casefold().split() == drafter.casefold().split()
        return f"{drafter} behandelt dit dossier. Laat een ander lezen en tekenen." if same else ""

    return (
        FieldSpec("by", "Naam van de tweede lezer", needed="Schrijf wie het dossier heeft gelezen.", check=another),
        FieldSpec("verdict", "Oordeel", Kind.CHOICE, words=catalogue.words["verdict"], make=Verdict,
                  unknown_word="kies een oordeel", needed="Kies akkoord of niet akkoord."),
        FieldSpec("remarks", "Opmerkingen", Kind.LONG_TEXT, empty=""),
    )  # fmt: skip


def _verdict(row: ReviewRow) -> tuple[Tone, str]:
    tones = {Verdict.AGREED: Tone.OK, Verdict.DISAGREED: Tone.WARN}
    return tones.get(row.review.verdict, Tone.UNKNOWN), row.verdict


COLUMNS = (
    Column("Tweede lezer", lambda row: row.review.by or NOT_KNOWN_WORD, 0),
    Column("Datum", lambda row: tell(row.review.on) if known(row.review.on) else NOT_KNOWN_WORD, 110),
    Column("Oordeel", lambda row: row.verdict, 150, badge=_verdict),
    Column("Zegel", lambda row: SAME if row.fits else CHANGED, 280,
           badge=lambda row: (Tone.OK, SAME) if row.fits else (Tone.WARN, CHANGED)),
)  # fmt: skip


class ReviewsCard(Card):
    """Emits `sign_asked()` and `sheet_asked(sheet, about)`. A reading is signed once and never changed."""

    sign_asked = Signal()
    sheet_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Tweede lezer", "Een ander dan de behandelaar leest het hele dossier en tekent.")
        self._state = self.add(Notice())
        self.table = self.add(RecordTable("Tweede lezer", COLUMNS, empty="Nog niemand heeft gelezen.", add=SIGN))
        self.table.add_asked.connect(self.sign_asked)
        self.table.opened.connect(self._open)

    def show_rows(self, shown: tuple[ReviewRow, ...]) -> None:
        """Show the readings, and say it when the last one no longer fits."""
        self.table.show_records(shown)
        last = shown[-1] if shown else None
        if last is None or last.fits:
            self._state.show_text(Tone.INFO, "")
            return
        self._state.show_text(Tone.WARN, f"{CHANGED}. Laat {last.review.by or 'de tweede lezer'} opnieuw lezen.")

    def state(self) -> str:
        """Give the sentence above the table."""
        return self._state.text()

    def _open(self, row: ReviewRow) -> None:
        sheet = SideSheet(f"Gelezen door {row.review.by or NOT_KNOWN_WORD}")
        sheet.add(Prose(f"{row.verdict.capitalize()}. {SAME if row.fits else CHANGED}."))
        sheet.add(Prose(known(row.review.remarks) or "Geen opmerkingen."))
        sheet.add(Prose(f"Zegel: {known(row.review.seal) or NOT_KNOWN_WORD}", "small"))
        self.sheet_asked.emit(sheet, "")


def sign_sheet(catalogue: Catalogue, today: date, drafter: str = "") -> NewRecordSheet:
    """Make the sheet in which a second reader signs."""
    sheet = NewRecordSheet(SIGN, specs(catalogue, drafter), verb="Teken")
    sheet.insert_top(Prose(
        f"U tekent voor het dossier zoals het nu is, op {tell(today)}. Wie daarna iets wijzigt, verbreekt het zegel."
    ))  # fmt: skip
    return sheet
