# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one fact: the fields, the link per permit, and what follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact, Link, PermitLink
from assessment.known import NOT_KNOWN
from assessment.outcome import FactOutcome
from gui.dossier.facts.fields import specs
from gui.dossier.facts.outcome_card import OutcomeCard
from gui.parts import choices
from gui.parts.card import Card
from gui.parts.choice_field import ChoiceField
from gui.parts.form import Form
from gui.parts.label import Prose
from gui.parts.long_text import LongTextField
from gui.parts.side_sheet import RecordSheet


class FactSheet(RecordSheet):
    """The sheet of one fact."""

    def __init__(self, fact: Fact, dossier: Dossier, catalogue: Catalogue) -> None:
        self.specs = specs(catalogue, dossier)
        super().__init__(_title(fact, catalogue), self.specs, choices.of(dossier, catalogue))
        self._catalogue = catalogue
        self._outcome = OutcomeCard()
        self._links = LinkCard(choices.permits(dossier, catalogue), catalogue)
        self.insert_top(self._outcome)
        self.add(self._links)
        self._links.changed.connect(self._on_links)
        self.load(fact)

    def show_outcome(self, fact: Fact, outcome: FactOutcome | None, dossier: Dossier) -> None:
        """Show what is recorded now and what follows from it."""
        self.show_record(fact)
        self._links.show_links(fact.links)
        self.set_title(_title(fact, self._catalogue))
        self._outcome.show_outcome(outcome, dossier, self._catalogue)

    def flush(self) -> None:
        super().flush()
        self._links.flush()

    def _on_links(self, links: tuple[PermitLink, ...]) -> None:
        fact = replace(self.record(), links=links)
        self.show_record(fact)
        self.changed.emit(fact)


def _title(fact: Fact, catalogue: Catalogue) -> str:
    offence = catalogue.offences.get(fact.offence)
    return f"{fact.id} · {offence.name if offence else 'Nieuw feit'}"


class LinkCard(Card):
    """Per permit: does the offence match or is it connected with the activity, and why."""

    changed = Signal(object)

    def __init__(self, permits: dict[str, str], catalogue: Catalogue) -> None:
        super().__init__(
            "Verband met de vergunning", "Voor de b-grond telt een feit alleen met een verband (art. 3 lid 3)."
        )
        self._links: tuple[PermitLink, ...] = ()
        self._fields: dict[str, tuple[ChoiceField, LongTextField]] = {}
        for permit, name in permits.items():
            link = ChoiceField(f"Verband met {name}", catalogue.words["link"], make=Link)
            reason = LongTextField(f"Waarom: verband met {name}")
            form = Form()
            form.add("Verband", link)
            form.add("Waarom", reason, wide=True)
            self.add(Prose(name, "label"))
            self.add(form)
            link.edited.connect(lambda value, id_=permit: self._put(id_, link=value))
            reason.edited.connect(lambda value, id_=permit: self._put(id_, reason=value))
            self._fields[permit] = link, reason
            link.set_name(f"Verband met {name}")
            reason.set_name(f"Waarom: verband met {name}")

    def show_links(self, links: tuple[PermitLink, ...]) -> None:
        """Show the links as recorded."""
        self._links = links
        found = {one.permit: one for one in links}
        for permit, (link, reason) in self._fields.items():
            one = found.get(permit)
            link.set_value(one.link if one else NOT_KNOWN)
            reason.set_value(one.reason if one else NOT_KNOWN)

    def flush(self) -> None:
        """Hand on what was typed and is still waiting."""
        for link, reason in self._fields.values():
            link.flush()
            reason.flush()

    def _put(self, permit: str, **values: object) -> None:
        now = next((one for one in self._links if one.permit == permit), PermitLink(permit))
        new = replace(now, **values)  # type: ignore[arg-type]
        others = tuple(one for one in self._links if one.permit != permit)
        kept = tuple(new if one.permit == permit else one for one in self._links)
        self._links = kept if now in self._links else (*others, new)
        self.changed.emit(self._links)
