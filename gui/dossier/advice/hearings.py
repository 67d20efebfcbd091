# SPDX-License-Identifier: EUPL-1.2
"""Hearings: who was invited about what, what was said, and what is answered to it (art. 33)."""

from __future__ import annotations

from collections.abc import Callable

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.hearing import Hearing
from assessment.known import NOT_KNOWN_WORD, known
from assessment.telling.policy_told import term_told
from assessment.telling.words import told
from gui.dossier.advice.records_card import Kind
from gui.parts import choices
from gui.parts.badge import Tone
from gui.parts.field_spec import FieldSpec
from gui.parts.field_spec import Kind as Asked
from gui.parts.record_model import Column
from gui.parts.side_sheet import RecordSheet

DRAFT = "draft"


def kind(dossier: Callable[[], Dossier], catalogue: Catalogue) -> Kind:
    """Say how hearings are shown and asked; `dossier` gives the dossier as it is when a sheet opens."""
    return Kind(
        title="Zienswijzen",
        intro="Ieder die in het besluit wordt genoemd, krijgt gelegenheid te reageren (Wet Bibob art. 33).",
        one="Zienswijze", letter="h",
        empty="Er is nog niemand uitgenodigd voor een zienswijze.",
        add="Voeg een zienswijze toe",
        columns=_columns(dossier),
        new=lambda id_: Hearing(id_, about=(DRAFT,)),
        sheet=lambda hearing: RecordSheet(
            f"Zienswijze {hearing.id}", specs(dossier(), catalogue), choices.of(dossier(), catalogue)
        ),
    )  # fmt: skip


def specs(dossier: Dossier, catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of a hearing."""
    return (
        FieldSpec("party", "Wie", Asked.PARTY, empty=""),
        FieldSpec("about", "Waarover", Asked.SEVERAL, "Het ontwerp als geheel, en de feiten en stukken die zijn"
                  " voorgelegd.", words=subjects(dossier, catalogue)),
        FieldSpec("invited_on", "Uitgenodigd op", Asked.DATE),
        FieldSpec("due", "Reageren tot en met", Asked.DATE, term_told(catalogue, "hearing")),
        FieldSpec("received_on", "Ontvangen op", Asked.DATE, "Laat leeg zolang er geen reactie is."),
        FieldSpec("waived", "Ziet af van een zienswijze?", Asked.TRI),
        FieldSpec("statement", "Wat is gezegd", Asked.LONG_TEXT, "Kort en neutraal, in de woorden van wie reageerde."),
        FieldSpec("response", "Reactie van de gemeente", Asked.LONG_TEXT,
                  "Ga op elk punt in: wat verandert hierdoor, of waarom niet (Awb 3:46)?"),
        FieldSpec("secrecy_notice", "Schriftelijk op geheimhouding gewezen?", Asked.TRI, "Wet Bibob art. 28 lid 3."),
    )  # fmt: skip


def subjects(dossier: Dossier, catalogue: Catalogue) -> dict[str, str]:
    """Give what can be put before somebody: the draft, facts, information and advices of the Bureau."""
    offences = catalogue.offences
    facts = {
        one.id: f"{one.id} {offences[one.offence].name}" if one.offence in offences else one.id for one in dossier.facts
    }
    advices = {one.id: f"{one.id} advies van het Bureau" for one in dossier.bureau_advices}
    return {DRAFT: "het ontwerpbesluit", **facts, **advices, **choices.sources(dossier, catalogue)}


def _columns(dossier: Callable[[], Dossier]) -> tuple[Column, ...]:
    return (
        Column("Nr.", lambda one: one.id, 44),
        Column("Wie", lambda one: dossier().name_of(one.party) or NOT_KNOWN_WORD, 0),
        Column("Waarover", _about, 100),
        Column("Uitgenodigd", lambda one: told(one.invited_on), 100),
        Column("Tot en met", lambda one: told(one.due), 100),
        Column("Reactie", _answer, 136, badge=lambda one: (_tone(one), _answer(one))),
        Column("Geheim", lambda one: {True: "ja", False: "nee"}.get(one.secrecy_notice, NOT_KNOWN_WORD), 86,
               tip=lambda _one: "Schriftelijk op geheimhouding gewezen (Wet Bibob art. 28 lid 3)"),
    )  # fmt: skip


def _about(hearing: Hearing) -> str:
    return ", ".join("ontwerp" if one == DRAFT else one for one in hearing.about) or NOT_KNOWN_WORD


def _answer(hearing: Hearing) -> str:
    if hearing.waived is True:
        return "ziet ervan af"
    received = known(hearing.received_on)
    return tell(received) if received is not None else "nog niet"


def _tone(hearing: Hearing) -> Tone:
    if hearing.waived is True or known(hearing.received_on) is not None:
        return Tone.OK if hearing.waived is True or known(hearing.response) else Tone.WARN
    return Tone.UNKNOWN
