# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one item of information: what it says, how it may be handled, and what the gate says of it."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.partner import Basis
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import (
    Classification,
    Consent,
    ContentGrade,
    Information,
    Purpose,
    SourceGrade,
    SourceKind,
)
from assessment.known import known
from assessment.outcome import Admission, Nature
from gui.dossier.information.columns import TONES
from gui.dossier.mark import mark
from gui.parts import choices
from gui.parts.badge import Badge
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.label import Prose
from gui.parts.side_sheet import RecordSheet


def specs(catalogue: Catalogue, item: Information) -> tuple[FieldSpec, ...]:
    """List the fields of an item; the bases of its own partner come first."""
    partners = {code: one.name for code, one in catalogue.partners.items()}
    words = catalogue.words
    return (
        FieldSpec("partner", "Partner", Kind.SEARCH, words=partners, empty=""),
        FieldSpec("basis", "Grondslag", Kind.CHOICE, _BASIS_HELP, words=_bases(catalogue, item), none_word="geen"),
        FieldSpec("purpose", "Doel", Kind.CHOICE, words=words["purpose"], make=Purpose),
        FieldSpec("about", "Over wie", Kind.PARTIES),
        FieldSpec("requested_on", "Gevraagd op", Kind.DATE),
        FieldSpec("received_on", "Ontvangen op", Kind.DATE, "Laat leeg zolang het antwoord er nog niet is."),
        FieldSpec("content", "Inhoud", Kind.LONG_TEXT, "Schrijf op wat er staat, niet wat u ervan vindt."),
        FieldSpec("source_kind", "Soort bron", Kind.CHOICE, words=words["source-kind"], make=SourceKind),
        FieldSpec("source_grade", "Betrouwbaarheid van de bron", Kind.CHOICE, words=words["source-grade"],
                  make=SourceGrade, none_word="niet beoordeeld"),
        FieldSpec("content_grade", "Zekerheid van de inhoud", Kind.CHOICE, words=words["content-grade"],
                  make=ContentGrade, none_word="niet beoordeeld"),
        FieldSpec("classification", "Vertrouwelijkheid", Kind.CHOICE, words=words["classification"],
                  make=Classification),
        FieldSpec("visible_to_subject", "Mag betrokkene het zien?", Kind.CHOICE, words=words["consent"], make=Consent),
        FieldSpec("forward", "Mag het worden doorgegeven?", Kind.CHOICE, words=words["consent"], make=Consent),
        FieldSpec("permission", "Toestemming", Kind.LONG_TEXT, "Wie gaf toestemming, waarvoor en wanneer?"),
        FieldSpec("keep_until", "Bewaren tot", Kind.DATE),
    )  # fmt: skip


_BASIS_HELP = "Zonder grondslag kan deze informatie geen feit dragen."


def _bases(catalogue: Catalogue, item: Information) -> dict[str, str]:
    partner = catalogue.partners.get(item.partner)
    own = partner.bases if partner else ()
    order = [*own, *(code for code in catalogue.bases if code not in own)]
    return {code: f"{catalogue.bases[code].name} ({catalogue.bases[code].article})" for code in order}


class InformationSheet(RecordSheet):
    """The sheet of one item, with the gate's verdict on top."""

    def __init__(self, item: Information, dossier: Dossier, catalogue: Catalogue) -> None:
        self.specs = specs(catalogue, item)
        super().__init__(_title(item, catalogue), self.specs, choices.of(dossier, catalogue))
        self._catalogue, self._partner = catalogue, item.partner
        self._verdict = _VerdictCard()
        self.insert_top(self._verdict)
        self.load(item)

    def show_outcome(self, item: Information, admission: Admission | None, _dossier: Dossier) -> None:
        """Show what is recorded now and what follows from it."""
        if item.partner != self._partner:
            self._partner = item.partner
            self.form.fields["basis"].set_words(_bases(self._catalogue, item))
        self.show_record(item)
        self.set_title(_title(item, self._catalogue))
        self._verdict.show_admission(admission, item, self._catalogue)


def _title(item: Information, catalogue: Catalogue) -> str:
    partner = catalogue.partners.get(item.partner)
    return f"{item.id} · {partner.name if partner else 'Informatie'}"


def _rules(basis: Basis, catalogue: Catalogue) -> tuple[str, ...]:
    """Tell how information on this basis is handled, for what it was given, and to whom it may be passed on."""
    purposes = " of ".join(catalogue.word("purpose", one) for one in basis.purposes)
    onward = "; ".join(catalogue.word("onward", one) for one in basis.onward)
    return basis.handling, f"Doel: {purposes}.", f"Doorgeven aan: {onward}. {basis.onward_rule}"


class _VerdictCard(Card):
    """Whether it may be used, why, on which article, and what would unblock it."""

    def __init__(self) -> None:
        super().__init__("Mag dit worden gebruikt?")
        self.corner(mark(Nature.RULE))
        self._badge, self._why, self._handling = Badge(), Prose(), Prose("", "muted")
        for widget in (self._badge, self._why, self._handling):
            self.add(widget)

    def show_admission(self, admission: Admission | None, item: Information, catalogue: Catalogue) -> None:
        """Show a verdict; without one only the rule of the basis."""
        self._badge.setVisible(admission is not None)
        basis = catalogue.bases.get(known(item.basis) or "")
        self._handling.setText("\n".join(_rules(basis, catalogue)) if basis else "")
        if admission is None:
            self._why.setText("Dit wordt nagegaan.")
            return
        self._badge.show_state(TONES[admission.verdict], catalogue.word("gate-verdict", admission.verdict))
        lines = [f"{one.text} ({one.basis})" if one.basis else one.text for one in admission.reasons]
        self._why.setText("\n".join([*lines, admission.cure] if admission.cure else lines))
