# SPDX-License-Identifier: EUPL-1.2
"""Keeping and destroying dossiers in the settings.

All of it runs on the lane of the store, also a destruction, which takes seconds: what was typed before is kept before
it, nothing of the dossier is kept after it, and a lock waits until it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.destruction import Certificate
from assessment.errors import Hindrance
from assessment.keeping import Overview
from assessment.ports import DossierId, Vault
from assessment.retention import Held, NotDestroyed, Order, RetentionRule, why_not_destroy
from assessment.services import destruction, noting
from assessment.services import retention as service
from assessment.telling.certificate import certificate_document
from assessment.telling.retention_told import UNFINISHED
from gui.assembly import Parts
from gui.dossier.placing import ask_place
from gui.dossier.saving import save
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.settings.certificate_sheet import CertificateSheet
from gui.settings.destroy_sheet import DestroySheet
from gui.settings.period_sheet import PeriodSheet
from gui.settings.retention_card import RULE
from gui.settings.rule_sheet import RuleSheet
from gui.shell.lanes import Lanes
from gui.shell.sheet_drafts import SheetDrafts
from gui.shell.workplace import Workplace


class Keeping(QObject):
    """Joins the cards about keeping and destroying with the store."""

    def __init__(
        self, parts: Parts, vault: Vault, catalogue: Catalogue, lanes: Lanes, place: Workplace, drafts: SheetDrafts
    ) -> None:
        super().__init__(place)
        self._parts, self._vault, self._catalogue = parts, vault, catalogue
        self._lanes, self._place = lanes, place
        self._sheets, self._drafts = place.settings_sheets, drafts
        self._found: Overview | None = None
        self._of = ""
        self.ask_place = ask_place
        self._card, self._destroyed = place.settings.retention, place.settings.destroyed
        self._card.rules_changed.connect(self._change_rules)
        self._card.opened.connect(self._open)
        self._card.sheet_asked.connect(self._show)
        self._destroyed.opened.connect(self._open_certificate)
        place.room_shown.connect(self._on_room)
        place.openers.register(RULE, lambda code, _: self._card.reopen_rule(code))
        place.openers.register("period", lambda _, id_: self._card.reopen(id_))
        place.openers.register("destroy", lambda _, id_: self._reopen_destroying(id_))
        place.openers.register("certificate", lambda id_, _: self._reopen_certificate(id_))

    def show(self) -> None:
        """Show what there now is."""
        self._lanes.store.run(self._fetch, self._on_fetched)

    def _on_room(self, room: str) -> None:
        """Show what there is; who leaves, leaves what is asked, but finds a certificate that came meanwhile."""
        if room == "settings":
            self.show()
        else:
            self._sheets.put_away()

    def _fetch(self) -> Overview:
        vault = self._vault
        return Overview(
            vault.people.me, self._parts.today(), service.rules(vault.work()), service.held(vault.work()),
            destruction.certificates(vault.destruction), destruction.counters(vault.destruction),
        )  # fmt: skip

    def _on_fetched(self, found: Overview) -> None:
        self._found = found
        self._card.show_overview(found)
        self._destroyed.show_destroyed(found.certificates, found.counters, self._catalogue)
        sheet, held = self._sheets.sheet, self._held(self._of)
        if isinstance(sheet, PeriodSheet) and held is not None:
            sheet.show_held(held, found.rules)

    def _held(self, id_: str) -> Held | None:
        there = self._found.held if self._found else ()
        return next((one for one in there if one.id == id_), None)

    def _change(self, what: Callable[..., object], *told: object, then: Callable[[], object] = lambda: None) -> None:
        """Change something as who has the store open, and show what became of it."""

        def show(_done: object) -> None:
            then()
            self.show()

        self._lanes.store.run(lambda: what(self._vault.work(), *told, self._vault.people.me), show, self._on_hindered)

    def _change_rules(self, rules: tuple[RetentionRule, ...]) -> None:
        """Change the periods of the municipality; the sheet that asked for it stays until they are stored."""
        sheet = self._sheets.sheet
        about, names = (sheet.about, tuple(sheet.fields)) if isinstance(sheet, RuleSheet) else ("", ())

        def put_away() -> None:
            self._drafts.forget(about, names)  # also of a sheet that was left meanwhile
            if isinstance(sheet, RuleSheet) and self._sheets.sheet is sheet:
                sheet.put_away()

        self._change(service.keep_rules, rules, then=put_away)

    def _set_period(self, sheet: PeriodSheet, id_: str, told: tuple[RetentionRule, date | None]) -> None:
        """Set the period of a dossier; what was filled in is no draft once that is stored."""
        self._change(
            service.set_period, id_, *told, then=lambda: sheet.forget() if self._sheets.sheet is sheet else None
        )

    def _on_hindered(self, hindrance: Hindrance) -> None:
        sheet = self._sheets.sheet
        if isinstance(sheet, RuleSheet):
            sheet.show_failed(hindrance.sentence)
        else:
            self._place.bar.show_text(Tone.WARN, hindrance.sentence, "Sluit")
        self.show()

    def _open(self, held: Held) -> None:
        found, id_ = self._found, held.id
        self._of = id_
        sheet = PeriodSheet(held, found.rules, found.me, found.today)
        sheet.period_set.connect(lambda *told: self._set_period(sheet, id_, told))
        sheet.propose_asked.connect(lambda: self._change(service.propose, id_))
        sheet.withdraw_asked.connect(lambda: self._change(service.withdraw, id_))
        sheet.destroy_asked.connect(lambda: self._ask(id_))
        self._show(sheet, "period", DossierId(id_))

    def _reopen_destroying(self, id_: str) -> None:
        """Ask it again of who may still carry it out."""
        held = self._held(id_)
        if held is not None and not why_not_destroy(held.retention, self._found.me):
            self._of = id_
            self._card.focus_held()
            self._ask(id_)

    def _ask(self, id_: str) -> None:
        held = self._held(id_)
        if held is not None and held.retention is not None:
            sheet = DestroySheet(held.reference, is_due=held.retention.is_due(self._found.today))
            sheet.asked.connect(lambda reason: self._carry_out(held, reason))
            self._show(sheet, "destroy", DossierId(id_))

    def _show(self, sheet: AskingSheet, about: str, dossier: DossierId | None = None) -> None:
        """Show a sheet, and keep what is typed in it."""
        self._sheets.show_sheet(sheet)
        self._drafts.hold(sheet, about, dossier)

    def _carry_out(self, held: Held, reason: str) -> None:
        def destroy() -> Certificate:
            order = Order(self._vault.people.me, self._parts.today(), reason)
            return destruction.carry_out(self._vault.destruction, DossierId(held.id), order)

        def show(made: Certificate) -> None:
            self.show()
            self._show_certificate(made, held.reference)

        def tell_why(hindrance: Hindrance) -> None:
            refused = isinstance(hindrance, NotDestroyed)
            sentence = hindrance.sentence if refused else f"{UNFINISHED} {hindrance.sentence}"
            sheet = self._sheets.sheet
            if isinstance(sheet, DestroySheet):
                sheet.show_failed(sentence)
            self._place.bar.show_text(Tone.WARN, sentence, "Sluit")
            self.show()

        self._lanes.store.run(destroy, show, tell_why, self._sheets.put_away)

    def _reopen_certificate(self, id_: str) -> None:
        for one in self._found.certificates if self._found else ():
            if one.id == id_:
                self._open_certificate(one)

    def _open_certificate(self, certificate: Certificate) -> None:
        self._show_certificate(certificate, "")

    def _show_certificate(self, certificate: Certificate, reference: str) -> None:
        made_on = tell(self._parts.today())
        document = certificate_document(certificate, self._place.settings.authority(), made_on, reference)
        sheet = CertificateSheet(document, with_reference=bool(reference))
        sheet.about = "" if reference else f"certificate:{certificate.id}"  # the reference is kept nowhere

        def write(path: str) -> None:
            def put() -> None:
                save(path, self._parts.write_pdf(document))

            self._lanes.paper.run(put, lambda _done: self._on_written(sheet, certificate), self._failed_on(sheet))

        name = f"{reference or certificate.id} verklaring van vernietiging.pdf"
        sheet.save_asked.connect(lambda: self.ask_place(sheet, name, write))
        self._sheets.show_sheet(sheet)

    def _on_written(self, sheet: CertificateSheet, certificate: Certificate) -> None:
        self._lanes.store.run(lambda: noting.note_certificate(self._vault.work(), certificate))
        if self._sheets.sheet is sheet:
            sheet.show_kept()

    def _failed_on(self, sheet: CertificateSheet) -> Callable[[Hindrance], None]:
        def tell_why(hindrance: Hindrance) -> None:
            if self._sheets.sheet is sheet:
                sheet.show_failed(hindrance.sentence)
            else:
                self._place.bar.show_text(Tone.WARN, hindrance.sentence, "Sluit")

        return tell_why
