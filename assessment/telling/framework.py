# SPDX-License-Identifier: EUPL-1.2
"""Section 3: why this is assessed, along which route, under which rules, and by whom."""

from __future__ import annotations

from assessment.dates import tell_iso
from assessment.dossier.application import Instrument, Permit
from assessment.known import NOT_KNOWN
from assessment.telling.block import Block, Heading, Pairs, Paragraph, Table, Tone
from assessment.telling.material import Material
from assessment.telling.own_policy import own_policy
from assessment.telling.policy_told import triage_told
from assessment.telling.shaping import columns, judgement, row, section
from assessment.telling.words import capital, told

_CRITERIA = (
    "frame-criteria-a",
    "frame-criteria-b",
    "frame-relation",
    "frame-evidence",
    "frame-measure",
    "frame-obtain",
)
"""The rules that matter once there are facts to weigh."""


def framework(material: Material) -> tuple[Block, ...]:
    """Give the occasion, the choice of route with its reason, competence, and the rules in short."""
    return (
        section(3, "Aanleiding, triage en juridisch kader"),
        Pairs(_occasion(material)),
        judgement("Reden voor de route", told(material.dossier.application.route_reason)),
        Heading(3, "Kader in het kort"),
        _rules(material),
        *own_policy(material),
        Paragraph.of(material.say("marks"), Tone.QUIET),
    )


def _occasion(material: Material) -> tuple[tuple[str, str], ...]:
    application = material.dossier.application
    existing = "lopend besluit" if application.existing else "nog geen lopend besluit"
    kind = f"of er een lopend besluit is: {told(NOT_KNOWN)}" if application.existing is NOT_KNOWN else existing
    return (
        ("Aanvraag", f"{material.word(application.instrument)}, {kind}, ontvangen {told(application.received_on)}"),
        ("Procedure", material.word(application.procedure)),
        ("Aanleiding en route", f"{material.word(application.trigger)}; route {material.word(application.route)}"),
        *((f"Eigen beleid voor {name}", rule) for name, rule in triage_told(material.dossier, material.catalogue)),
        *((capital(material.permit(one.id)), _competence(material, one)) for one in material.dossier.permits),
    )


def _competence(material: Material, permit: Permit) -> str:
    """Tell the gateway and the organ: the Act itself opens no permit (law.md 1.6)."""
    type_ = material.catalogue.permits.get(permit.type)
    reference = [f"kenmerk {permit.reference}"] if permit.reference else []
    if type_ is None:
        return "; ".join([told(""), *reference])
    return "; ".join([type_.legal_basis, f"bevoegd: {type_.organ}", *reference])


def _rules(material: Material) -> Table:
    rows: list[tuple[str, dict[str, str]]] = [(_power(material), {"organ": capital(material.organ)})]
    rows += [(one, {}) for one in _CRITERIA if not material.is_brief]
    if any(material.dossier.application.is_existing(one) for one in material.dossier.permits):
        rows.append(("frame-existing", {}))
    rows.append(("human-decides", {"organ": material.organ, "catalogue": catalogue_date(material)}))
    heads = columns(("§ Regel", 0.8), ("Grondslag", 0.2))
    return Table("", heads, tuple(row(material.say(id_, **parts), material.source(id_)) for id_, parts in rows))


def _power(material: Material) -> str:
    """Choose the sentence on the power: the Act gives none over contracts and property (art. 5 and 5a)."""
    private = material.dossier.application.instrument in (Instrument.CONTRACT, Instrument.PROPERTY)
    return "frame-power-private" if private else "frame-power"


def catalogue_date(material: Material) -> str:
    """Tell the date of the catalogue as people here do."""
    return tell_iso(material.catalogue.date)
