# SPDX-License-Identifier: EUPL-1.2
"""The page of step 9: what blocks, the document as paper, and beside it hearings, Bureau, second reader and duties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.errors import Hindrance
from assessment.outcome import Assessment
from assessment.services.advice import internal_document, standing
from assessment.telling.issue import Standing
from assessment.telling.material import named_checks
from gui.dossier.advice import bureau, hearings, reviews
from gui.dossier.advice.blocking import Blocking
from gui.dossier.advice.duties import DutiesCard
from gui.dossier.advice.export_sheet import ExportSheet
from gui.dossier.advice.exporting import Exporter
from gui.dossier.advice.records_card import RecordsCard
from gui.dossier.advice.reviews import ReviewsCard
from gui.dossier.paper_maker import PaperMaker
from gui.dossier.placing import AskPlace, ask_place
from gui.dossier.preview import Preview
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.mentions import where_mentioned
from gui.parts.notice import Notice
from gui.parts.visible import set_shown

TABS = ("Document", "Zienswijzen", "Bureau", "Tweede lezer", "Taken")
DOCUMENT, HEARINGS, BUREAU, REVIEWS, DUTIES = range(5)
PLACES = {"draft": DOCUMENT, "hearings": HEARINGS, "bureau_advices": BUREAU, "reviews": REVIEWS, "duties": DUTIES}


class AdvicePage(StepPage):
    """Shows and exports the advice. `ask_place` lets the officer choose a file."""

    def __init__(self, ask_place: AskPlace = ask_place) -> None:
        super().__init__("Advies")
        self._ask_place = ask_place
        self.set_primary(button("Exporteer als pdf", "export", Rank.PRIMARY, self._export))
        self._blocking = self.add(Blocking())
        self._blocking.asked.connect(self.step_asked)
        self._notice = self.add(Notice())
        self._notice.asked.connect(lambda: self._notice.show_text(Tone.INFO, ""))
        self._tabs = self.add(_tabs())
        self._tabs.currentChanged.connect(self._on_tab)
        self._parts: list[QWidget] = []

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        if not self._parts:
            self._make_parts(catalogue)
        self._hearings.show_records(dossier.hearings)
        self._bureau.show_records(dossier.bureau_advices)
        self._reviews.show_rows(reviews.rows(dossier, catalogue))
        self._name_tabs(dossier, assessment)
        if assessment is not None:
            self._blocking.show_checks(named_checks(dossier, assessment.checks))
            self._duties.show_duties(assessment.duties, self.tools.today())
            self._refresh(dossier, assessment, catalogue)

    def go_to(self, place: str) -> bool:
        head = place.partition(".")[0]
        if head in PLACES:
            self._tabs.setCurrentIndex(PLACES[head])
            return True
        for tab, card in ((HEARINGS, self._hearings), (BUREAU, self._bureau)):
            if card.open_id(head):
                self._tabs.setCurrentIndex(tab)
                return True
        return place == ""

    def openers(self) -> dict[str, Callable[[], object]]:
        return {"new:review": self._sign, "new:export": self._export}

    def _make_parts(self, catalogue: Catalogue) -> None:
        """Make what needs the tools and the catalogue, when the step is first shown."""
        self._preview = Preview(PaperMaker(self.tools.paper, self.tools.pages))
        self._exporter = Exporter(self.tools)
        self._exporter.written.connect(self._on_written)
        self._exporter.hindered.connect(self._on_hindered)
        self._hearings = RecordsCard(hearings.kind(lambda: self.dossier, catalogue))
        self._bureau = RecordsCard(bureau.kind(lambda: self.dossier, catalogue))
        self._reviews, self._duties = ReviewsCard(), DutiesCard()
        self._hearings.changed.connect(lambda found, label: self._put("hearings", found, label))
        self._bureau.changed.connect(lambda found, label: self._put("bureau_advices", found, label))
        for card in (self._hearings, self._bureau):
            card.sheet_asked.connect(self.open_sheet)
            card.remove_asked.connect(lambda record, card=card: self._remove(card, record))
        self._reviews.sheet_asked.connect(self.open_sheet)
        self._reviews.sign_asked.connect(self._sign)
        self._duties.asked.connect(self.step_asked)
        self._parts = [self._preview, self._hearings, self._bureau, self._reviews, self._duties]
        self.add(self._preview, 1)
        self._cards = self.add(QWidget(), 1)
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts[1:]:
            column.addWidget(part)
        column.addStretch(1)
        self._on_tab(self._tabs.currentIndex())

    def _on_tab(self, index: int) -> None:
        for at, part in enumerate(self._parts):
            set_shown(part, at == index)
        set_shown(self._cards, index != DOCUMENT)

    def _name_tabs(self, dossier: Dossier, assessment: Assessment | None) -> None:
        open_duties = [one for one in assessment.duties if not one.fulfilled] if assessment else []
        counts = (0, len(dossier.hearings), len(dossier.bureau_advices), len(dossier.reviews), len(open_duties))
        for at, (name, count) in enumerate(zip(TABS, counts, strict=True)):
            self._tabs.setTabText(at, f"{name} ({count})" if count else name)

    def _refresh(self, dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> None:
        """Ask for the document that goes with the newest assessment; the receipt says whether it is another."""
        write_pdf, user = self.tools.write_pdf, self.tools.user
        self._preview.refresh(
            assessment.receipt, lambda: write_pdf(internal_document(dossier, assessment, catalogue, user))
        )

    def _put(self, part: str, records: object, label: str) -> None:
        self.change(replace(self.dossier, **{part: records}), label)

    def _remove(self, card: RecordsCard, record: object) -> None:
        where, _place = where_mentioned(self.dossier, record.id)
        if where:
            self._notice.show_text(
                Tone.WARN, f"{record.id} wordt nog genoemd bij {where}. Haal het daar eerst weg.", "Sluit"
            )
            return
        card.remove(record)

    def _sign(self) -> None:
        sheet = reviews.sign_sheet(self.catalogue, self.tools.today(), self.tools.user)
        sheet.made.connect(self._on_signed)
        self.open_sheet(sheet, "new:review")

    def _on_signed(self, values: dict[str, object]) -> None:
        review = reviews.signed(values, self.dossier, self.tools.today())
        self._put("reviews", (*self.dossier.reviews, review), "Oordeel van de tweede lezer getekend")

    def _export(self) -> None:
        issued = standing(self.assessment) if self.assessment else Standing.CONCEPT
        sheet = ExportSheet(self.dossier.reference, issued, self._ask_place)
        sheet.asked.connect(self._write)
        self.open_sheet(sheet, "new:export")

    def _write(self, path: str, purpose: str) -> None:
        self._notice.show_text(Tone.INFO, "De pdf wordt gemaakt en bewaard…")
        self._exporter.export(path, purpose, self.dossier, self.catalogue)

    def _on_written(self, path: str) -> None:
        self._notice.show_text(
            Tone.OK, f"De pdf staat in {path}. Dit bestand staat buiten de kluis en is niet versleuteld.", "Sluit"
        )

    def _on_hindered(self, hindrance: Hindrance) -> None:
        self._notice.show_text(Tone.WARN, hindrance.sentence, "Sluit")


def _tabs() -> QTabBar:
    bar = QTabBar()
    bar.setAccessibleName("Delen van het advies")
    bar.setDrawBase(False)
    bar.setExpanding(False)
    for name in TABS:
        bar.addTab(name)
    return bar
