# SPDX-License-Identifier: EUPL-1.2
"""The page of step 1: the application, its triage, its course and its terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Application, Location, Permit
from assessment.dossier.dossier import Dossier, drop, put
from assessment.dossier.event import EventKind
from assessment.known import NOT_KNOWN, known
from assessment.outcome import Assessment
from assessment.services.dossiers import with_application
from assessment.telling.policy_told import triage_told
from gui.dossier.application.calendar_export import export_calendar
from gui.dossier.application.events_card import EventsCard
from gui.dossier.application.fields import (
    LOCATION,
    application_specs,
    heading_of,
    heading_specs,
    triage_specs,
    with_heading,
)
from gui.dossier.application.permits_card import PERMIT, PermitsCard, make_permit, new_permit_specs
from gui.dossier.application.terms_card import TermsCard
from gui.dossier.placing import AskPlace, ask_place
from gui.dossier.step_page import StepPage
from gui.parts.badge import Badge, Tone
from gui.parts.card import Card
from gui.parts.label import Prose
from gui.parts.mentions import where_mentioned
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.notice import Notice
from gui.parts.record_form import RecordForm
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Wat wordt gevraagd, hoe diep wordt getoetst, wat is er gebeurd en tot wanneer is er tijd."


class ApplicationPage(StepPage):
    """Everything about the application itself. `ask_place` lets the officer choose a file."""

    def __init__(self, ask_place: AskPlace = ask_place) -> None:
        super().__init__("Aanvraag", INTRO)
        self._ask_place = ask_place
        self._forms: dict[str, RecordForm] = {}
        self._permit_sheet: RecordSheet | None = None
        self._mentioned_at = ""
        self._notice = self.add(Notice(Tone.WARN))
        self._notice.asked.connect(lambda: self.step_asked.emit(self._mentioned_at))
        self._permits, self._events, self._terms = PermitsCard(), EventsCard(), TermsCard()
        self._ready, self._route, self._policy = Badge(), Prose("", "small"), Prose("", "small")
        self._permits.opened.connect(self._open_permit)
        self._permits.add_asked.connect(self._ask_permit)
        self._permits.remove_asked.connect(self._remove_permit)
        self._events.changed.connect(self.change)
        self._events.sheet_asked.connect(self.open_sheet)
        self._events.drafted.connect(self.drafted)
        self._terms.calendar_asked.connect(self._export_calendar)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        if not self._forms:
            self._lay_out(dossier, catalogue)
        for name, record in _records(dossier).items():
            self._forms[name].show_record(record)
        self._permits.show_permits(dossier, catalogue)
        self._events.drafts = self.drafts
        self._events.show_events(dossier, catalogue)
        self._terms.show_terms(assessment, catalogue, self.tools.today())
        self._show_triage(dossier.application, catalogue)
        self._refresh_permit_sheet(dossier)

    def go_to(self, place: str) -> bool:
        head, _, field = place.rpartition(".")
        if head == "events" and field in set(EventKind):
            self._events.ask_new(EventKind(field), self.tools.today())
            return True
        for form in self._forms.values():
            if field in form.fields:
                form.focus(field)
                return True
        targets = {
            "events": self._events.table, "permit_types": self._permits.table, "authority": self._forms["heading"],
        }  # fmt: skip
        if field in targets:
            targets[field].setFocus()
        return field in targets or field in ("", "application")

    def openers(self) -> dict[str, Callable[[], object]]:
        asked = {"new:event": self._events.table.add_asked.emit, "new:permit": self._ask_permit}
        today = self.tools.today()
        likely = {f"new:event:{kind}": partial(self._events.ask_new, kind, today) for kind in EventKind}
        permits = {f"{_PLACE}:{one.id}": partial(self._open_permit, one) for one in self.dossier.permits}
        return asked | likely | permits

    def _lay_out(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Make the forms once the words of the catalogue are there."""
        application = self._form("Aanvraag", "application", application_specs(catalogue))
        heading = self._form("Dossier", "heading", heading_specs(self.tools.taken))
        location = self._form("Plaats", "location", LOCATION)
        location.add(Prose("De buurt staat hier alleen als achtergrond. Zij weegt nooit mee.", "small"))
        triage = self._form("Triage", "triage", triage_specs(catalogue))
        triage.add(self._route)
        triage.add(self._policy)
        triage.corner(self._ready)
        for card in (self._permits, application, triage, self._events, self._terms, location, heading):
            self.add(card)
        for name, record in _records(dossier).items():
            self._forms[name].load(record)
            prefix = f"{_PLACE}."
            self._forms[name].restore(
                {place.removeprefix(prefix): text for place, text in self.drafts.items() if place.startswith(prefix)}
            )

    def _form(self, title: str, name: str, specs: tuple) -> Card:
        form = RecordForm(specs, columns=2)
        form.changed.connect(lambda record: self._on_form(name, specs, record))
        form.drafted.connect(lambda attr, text: self.drafted.emit(f"{_PLACE}.{attr}", text))
        self._forms[name] = form
        card = Card(title)
        card.add(form)
        return card

    def _on_form(self, name: str, specs: tuple, record: object) -> None:
        before = _records(self.dossier)[name]
        self.change(_WRITERS[name](self.dossier, record), changed_words(_THINGS[name], specs, before, record))

    def _show_triage(self, application: Application, catalogue: Catalogue) -> None:
        route = application.route
        self._route.setText("" if route is NOT_KNOWN else catalogue.explain("route", route))
        self._route.setVisible(bool(self._route.text()))
        rules = triage_told(self.dossier, catalogue)
        self._policy.setText("\n".join(f"Eigen beleid voor {name}: {rule}." for name, rule in rules))
        self._policy.setVisible(bool(rules))
        if route is NOT_KNOWN or application.trigger is NOT_KNOWN:
            self._ready.show_state(Tone.UNKNOWN, "kies aanleiding en route")
        elif not known(application.route_reason):
            self._ready.show_state(Tone.WARN, "schrijf de reden op")
        else:
            self._ready.show_state(Tone.OK, "klaar")

    def _export_calendar(self) -> None:
        if self.assessment is not None:
            export_calendar(self, self.dossier, self.assessment, self.catalogue, self._ask_place, self._terms)

    def _ask_permit(self) -> None:
        sheet = NewRecordSheet("Nieuwe vergunning", new_permit_specs(self.catalogue), verb="Voeg toe")
        sheet.made.connect(self._add_permit)
        self.open_sheet(sheet, "new:permit")

    def _add_permit(self, values: dict[str, object]) -> None:
        permit = make_permit(self.dossier, values)
        self._put_permit(permit, f"Vergunning {permit.id} toegevoegd")
        self._permits.table.setFocus()
        self._permits.table.select(permit.id)

    def _open_permit(self, permit: Permit) -> None:
        kind = self.catalogue.permits.get(permit.type)
        sheet = RecordSheet(kind.name if kind else permit.id, PERMIT)
        sheet.load(permit)
        sheet.changed.connect(self._on_permit)
        sheet.remove_asked.connect(self._remove_permit)
        sheet.closed.connect(self._on_permit_closed)
        self.open_sheet(sheet, f"{_PLACE}:{permit.id}")
        self._permit_sheet = sheet

    def _on_permit(self, permit: Permit) -> None:
        before = next(one for one in self.dossier.permits if one.id == permit.id)
        self._put_permit(permit, changed_words(f"vergunning {permit.id}", PERMIT, before, permit))

    def _on_permit_closed(self) -> None:
        self._permit_sheet = None

    def _refresh_permit_sheet(self, dossier: Dossier) -> None:
        sheet = self._permit_sheet
        permit = next((one for one in dossier.permits if sheet and one.id == sheet.record().id), None)
        if sheet is not None and permit is None:
            sheet.closed.emit()
        elif sheet is not None:
            sheet.show_record(permit)

    def _put_permit(self, permit: Permit, words: str) -> None:
        permits = put(self.dossier.permits, permit)
        self.change(_with_application(self.dossier, replace(self.dossier.application, permit_types=permits)), words)

    def _remove_permit(self, permit: Permit) -> None:
        words, self._mentioned_at = where_mentioned(self.dossier, permit.id)
        if words:
            sentence = f"{permit.id} wordt nog genoemd bij {words}. Haal het daar eerst weg."
            self._notice.show_text(Tone.WARN, sentence, "Ga daarheen")
            self.reveal(self._notice)
            return
        self._notice.show_text(Tone.WARN, "")
        permits = drop(self.dossier.permits, permit.id)
        application = replace(self.dossier.application, permit_types=permits)
        self.change(_with_application(self.dossier, application), f"Vergunning {permit.id} verwijderd")


_PLACE = "application"
_THINGS = {"heading": "het dossier", "application": "de aanvraag", "location": "de plaats", "triage": "de triage"}


def _records(dossier: Dossier) -> dict[str, object]:
    """Give what each form shows."""
    application = dossier.application
    location = Location() if application.location is NOT_KNOWN else application.location
    return {
        "heading": heading_of(dossier), "application": application, "location": location, "triage": application,
    }  # fmt: skip


def _with_application(dossier: Dossier, application: Application) -> Dossier:
    return replace(dossier, application=application)


def _with_location(dossier: Dossier, location: Location) -> Dossier:
    return _with_application(dossier, replace(dossier.application, location=location))


_WRITERS = {
    "heading": with_heading,
    "application": with_application,
    "location": _with_location,
    "triage": _with_application,
}
