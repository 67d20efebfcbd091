# SPDX-License-Identifier: EUPL-1.2
"""What a municipality made of the shipped catalogue, so that nobody takes its policy for law (weighing.md no. 19)."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.catalogue import Catalogue, Own
from assessment.catalogue.weighing import Setting
from assessment.dates import tell
from assessment.money import show_number
from assessment.telling.block import Block
from assessment.telling.material import Material
from assessment.telling.words import count, listed, small


def own_policy(material: Material) -> tuple[Block, ...]:
    """Give one paragraph where a layer lies on the catalogue, and nothing where none does."""
    own = material.catalogue.own
    return (material.rule("own-policy", **_parts(own, material.catalogue)),) if own else ()


def own_policy_sentence(material: Material) -> str:
    """Give the same as one sentence, or an empty text."""
    return policy_sentence(material.catalogue)


def policy_sentence(catalogue: Catalogue) -> str:
    """Give it of a catalogue alone, for where there is no dossier."""
    own = catalogue.own
    return catalogue.sentences["own-policy"].filled(**_parts(own, catalogue)) if own else ""


def _parts(own: Own, catalogue: Catalogue) -> dict[str, str]:
    changes = "; ".join(_changes(own, catalogue)) or "niets gewijzigd"
    return {"municipality": own.municipality, "policy": own.source, "changes": changes}


def _changes(own: Own, catalogue: Catalogue) -> Iterator[str]:
    if catalogue.policy.triage:
        yield count(len(catalogue.policy.triage), "regel", "regels") + " over wanneer er wordt getoetst"
    if own.added:
        yield count(len(own.added), "eigen vraag voor intern gebruik", "eigen vragen voor intern gebruik")
    if own.switched_off:
        yield f"niet gesteld: {listed(own.switched_off)}"
    yield from (_setting(catalogue.framework.settings[id_]) for id_ in own.settings)
    for id_ in own.terms:
        term = catalogue.policy.terms[id_]
        yield f"{term.name[:1].lower()}{term.name[1:]}: {count(term.weeks, 'week', 'weken')}"
    yield from _counting(own, catalogue)


def _counting(own: Own, catalogue: Catalogue) -> Iterator[str]:
    rules = catalogue.terms
    for day in own.days:
        yield f"gelijkgesteld met een feestdag: {tell(day)} ({rules.equated[day]})"
    for reading in (rules.readings[id_] for id_ in own.readings):
        yield f"{small(reading.choice)} ({reading.source})"
    for code in own.procedures:
        term = rules.procedures[code]
        moves = "met" if term.in_statute else "zonder"
        name = catalogue.word("procedure", code)
        yield f"beslistermijn van {name}, {moves} de Algemene termijnenwet ({term.length.rule})"


def _setting(setting: Setting) -> str:
    shipped = show_number(setting.value if setting.shipped is None else setting.shipped)
    return f"{setting.name[:1].lower()}{setting.name[1:]}: {show_number(setting.value)} in plaats van {shipped}"
