# SPDX-License-Identifier: EUPL-1.2
"""What a check of a store found, told: for people, or as JSON."""

from __future__ import annotations

import json
from typing import Any, Final

from assessment.control import Control, Finding, Part
from assessment.telling.words import capital

FORMAT: Final = "toetssteen-controle/1"
MOST: Final = 10
"""Faults of one part that are told to people; JSON has them all."""

_NAMES: Final = {
    Part.KEYS: "sleutelbestand", Part.DATABASE: "database", Part.VERSION: "versie", Part.JOURNAL: "logboek",
    Part.ANCHOR: "anker van het logboek", Part.USERS: "gebruikers", Part.DOSSIERS: "dossiers",
    Part.RETENTION: "bewaren en vernietigen", Part.SEARCH: "zoekindex",
    Part.NAMES: "namen om te zoeken", Part.DRAFTS: "concepten", Part.ATTACHMENTS: "bijlagen",
    Part.BACKUP: "reservekopie",
}  # fmt: skip

_WHOLE: Final = {
    Part.DATABASE: "heel ({count}; versleuteling, tabellen en verwijzingen kloppen)",
    Part.JOURNAL: "heel ({count}; de keten en de kop kloppen)",
    Part.ANCHOR: "klopt (regel {count})",
    Part.USERS: "heel ({count}; elke rol volgt uit het logboek)",
    Part.DOSSIERS: "heel ({count}; elk onderdeel klopt met het logboek, elk dossier is te lezen)",
    Part.RETENTION: "heel ({count}; termijnen, voorstellen en verklaringen volgen uit het logboek)",
    Part.SEARCH: "heel ({count})",
    Part.NAMES: "heel ({count})",
    Part.DRAFTS: "heel ({count})",
    Part.ATTACHMENTS: "heel ({count}; elk bestand is te lezen en is wat het was{left})",
    Part.BACKUP: "heel ({count}{left})",
}
_COUNTED: Final = {
    Part.DATABASE: ("bladzijde", "bladzijden"), Part.JOURNAL: ("regel", "regels"),
    Part.RETENTION: ("bewaartermijn", "bewaartermijnen"), Part.SEARCH: ("onderdeel", "onderdelen"),
    Part.BACKUP: ("dossier", "dossiers"),
}  # fmt: skip
_SLOTS: Final = {"password": "wachtwoord", "recovery": "herstelsleutel", "keyring": "Windows-aanmelding"}

_ALL_WHOLE: Final = "De kluis is heel."
_NOT_WHOLE: Final = (
    "De kluis is niet heel. Er is niets gewijzigd. Zet een reservekopie terug of vraag de beheerder om hulp."
)
_BACKUP_NOT_WHOLE: Final = (
    "De kluis zelf is heel, maar niet elke reservekopie. Er is niets gewijzigd. Zet die reservekopie niet terug."
)


def told(control: Control, as_json: bool) -> str:
    """Tell all that was found, the outcome last."""
    return json.dumps(to_wire(control), ensure_ascii=False) if as_json else _report(control)


def step(part: Part) -> str:
    """Say which part is being looked at."""
    return f"{capital(_NAMES[part])}: wordt nagekeken…"


def to_wire(control: Control) -> dict[str, Any]:
    """Give the JSON value."""
    return {
        "format": FORMAT,
        "whole": control.is_whole,
        "findings": [_finding_to_wire(one) for one in control.findings],
        "unchecked": [part.value for part in control.unchecked],
    }


def _finding_to_wire(finding: Finding) -> dict[str, Any]:
    faults = [{"where": one.where, "what": one.what} for one in finding.faults]
    return {
        "part": finding.part.value, "whole": finding.is_whole, "count": finding.count, "names": list(finding.names),
        "faults": faults,
    }  # fmt: skip


def _report(control: Control) -> str:
    lines = [line for one in control.findings for line in _lines(one)]
    if control.unchecked:
        lines.append(f"Niet na te kijken: {', '.join(_NAMES[part] for part in control.unchecked)}")
    return "\n".join((*lines, "", _outcome(control)))


def _outcome(control: Control) -> str:
    if control.is_whole:
        return _ALL_WHOLE
    broken = {one.part for one in control.findings if not one.is_whole}
    return _BACKUP_NOT_WHOLE if broken == {Part.BACKUP} and not control.unchecked else _NOT_WHOLE


def _lines(finding: Finding) -> list[str]:
    name = capital(_NAMES[finding.part])
    if finding.part is Part.BACKUP:
        name = f"{name} {finding.names[0]}"
    if finding.is_whole:
        return [f"{name}: {_whole(finding)}"]
    shown = [f"  - {one}" for one in finding.faults[:MOST]]
    more = len(finding.faults) - MOST
    return [f"{name}: NIET HEEL", *shown, *([f"  - en nog {_grouped(more)} andere"] if more > 0 else [])]


def _whole(finding: Finding) -> str:
    if finding.part is Part.KEYS:
        ways = " en ".join(_SLOTS.get(one, one) for one in finding.names)
        return f"heel (vorm {finding.count}; het zegel klopt; opent met {ways})"
    if finding.part is Part.VERSION:
        newest = finding.names[0]
        later = "die van dit programma" if newest == str(finding.count) else f"wordt {newest} als u de kluis opent"
        return f"{finding.count} ({later})"
    if finding.part is Part.ANCHOR and not finding.count:
        return "nog niet gemaakt (dat gebeurt als u de kluis opent)"
    one, many = _COUNTED.get(finding.part, ("", ""))
    counted = f"{_grouped(finding.count)} {one if finding.count == 1 else many}".strip()
    return _WHOLE[finding.part].format(count=counted, left=_left(finding))


def _left(finding: Finding) -> str:
    """Say how many attachments of a backup were read, or how many files in the store belong to none.

    The latter is harmless: they are taken away when the store is opened.
    """
    counted = next((int(one) for one in finding.names[1 if finding.part is Part.BACKUP else 0 :]), 0)
    if not counted:
        return ""
    if finding.part is Part.BACKUP:
        return f"; {_grouped(counted)} {'bijlage' if counted == 1 else 'bijlagen'}, elk bestand is wat het was"
    return f"; {_grouped(counted)} zonder bijlage, dat wordt opgeruimd als u de kluis opent"


def _grouped(number: int) -> str:
    """Write a number with dots: 1.204."""
    return f"{number:,}".replace(",", ".")
