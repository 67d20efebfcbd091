# SPDX-License-Identifier: EUPL-1.2
"""What a check of a store found, in Dutch and as JSON."""

import json

import pytest

from assessment.control import Control, Finding, Part
from assessment.errors import Fault
from assessment.telling.control_told import MOST, step, told

KEYS = Finding(Part.KEYS, 1, ("password", "recovery"))
WHOLE = (
    KEYS,
    Finding(Part.DATABASE, 1),
    Finding(Part.VERSION, 3, ("3",)),
    Finding(Part.JOURNAL, 101200),
    Finding(Part.ANCHOR, 101200),
    Finding(Part.USERS, 2),
    Finding(Part.DOSSIERS, 12),
    Finding(Part.RETENTION, 1),
    Finding(Part.SEARCH, 1),
    Finding(Part.NAMES, 3),
    Finding(Part.DRAFTS),
    Finding(Part.ATTACHMENTS, 2, ("0",)),
)


def test_a_whole_store_is_told_part_by_part() -> None:
    lines = told(Control((*WHOLE, Finding(Part.BACKUP, 1, ("20260602", "2")))), as_json=False).splitlines()
    assert lines == [
        "Sleutelbestand: heel (vorm 1; het zegel klopt; opent met wachtwoord en herstelsleutel)",
        "Database: heel (1 bladzijde; versleuteling, tabellen en verwijzingen kloppen)",
        "Versie: 3 (die van dit programma)",
        "Logboek: heel (101.200 regels; de keten en de kop kloppen)",
        "Anker van het logboek: klopt (regel 101.200)",
        "Gebruikers: heel (2; elke rol volgt uit het logboek)",
        "Dossiers: heel (12; elk onderdeel klopt met het logboek, elk dossier is te lezen)",
        "Bewaren en vernietigen: heel (1 bewaartermijn; termijnen, voorstellen en verklaringen volgen uit het logboek)",
        "Zoekindex: heel (1 onderdeel)",
        "Namen om te zoeken: heel (3)",
        "Concepten: heel (0)",
        "Bijlagen: heel (2; elk bestand is te lezen en is wat het was)",
        "Reservekopie 20260602: heel (1 dossier; 2 bijlagen, elk bestand is wat het was)",
        "",
        "De kluis is heel.",
    ]


def test_an_older_store_says_what_opening_it_will_do() -> None:
    findings = (Finding(Part.VERSION, 1, ("3",)), Finding(Part.ANCHOR))
    text = told(Control(findings), as_json=False)
    assert "Versie: 1 (wordt 3 als u de kluis opent)" in text
    assert "Anker van het logboek: nog niet gemaakt (dat gebeurt als u de kluis opent)" in text


def test_a_backup_without_attachments_says_nothing_of_them() -> None:
    text = told(Control((*WHOLE, Finding(Part.BACKUP, 2, ("20260602", "0")))), as_json=False)
    assert "Reservekopie 20260602: heel (2 dossiers)" in text


def test_files_without_an_attachment_are_told_and_are_no_fault() -> None:
    found = Control((Finding(Part.ATTACHMENTS, 2, ("1200",)),))
    assert "; 1.200 zonder bijlage, dat wordt opgeruimd als u de kluis opent)" in told(found, as_json=False)


@pytest.mark.parametrize("more", [0, 1, 1500])
def test_faults_are_told_up_to_a_number(more: int) -> None:
    faults = tuple(Fault(f"journaal {at}", "kapot") for at in range(MOST + more))
    lines = told(Control((*WHOLE[:3], Finding(Part.JOURNAL, 9, faults=faults), *WHOLE[4:])), as_json=False).splitlines()
    at = lines.index("Logboek: NIET HEEL")
    assert lines[at + 1] == "  - journaal 0: kapot"
    assert lines[at + MOST] == f"  - journaal {MOST - 1}: kapot"
    rest = {0: "Anker", 1: "  - en nog 1 andere", 1500: "  - en nog 1.500 andere"}[more]
    assert lines[at + MOST + 1].startswith(rest)
    assert lines[-1].startswith("De kluis is niet heel. Er is niets gewijzigd.")


def test_what_could_not_be_checked_is_named_and_is_not_whole() -> None:
    found = Control((KEYS,))
    assert not found.is_whole
    lines = told(found, as_json=False).splitlines()
    assert lines[1] == (
        "Niet na te kijken: database, versie, logboek, anker van het logboek, gebruikers, dossiers, "
        "bewaren en vernietigen, zoekindex, namen om te zoeken, "
        "concepten, bijlagen"
    )
    assert "niet heel" in lines[-1]


def test_one_fault_anywhere_makes_it_not_whole() -> None:
    assert Control(WHOLE).is_whole
    broken = Finding(Part.BACKUP, 0, ("x",), (Fault("x", "weg"),))
    assert not Control((*WHOLE, broken)).is_whole
    assert told(Control((*WHOLE, broken)), as_json=False).splitlines()[-1].startswith("De kluis zelf is heel, maar")
    assert told(Control((*WHOLE[:-1], broken)), as_json=False).splitlines()[-1].startswith("De kluis is niet heel.")


def test_json_has_everything() -> None:
    fault = Fault("database", "kapot")
    raw = json.loads(told(Control((KEYS, Finding(Part.DATABASE, faults=(fault,)))), as_json=True))
    assert raw["format"] == "toetssteen-controle/1"
    assert raw["whole"] is False
    assert raw["findings"][1] == {
        "part": "database",
        "whole": False,
        "count": 0,
        "names": [],
        "faults": [{"where": "database", "what": "kapot"}],
    }
    assert raw["unchecked"] == [part.value for part in Part if part not in (Part.KEYS, Part.DATABASE, Part.BACKUP)]


def test_progress_names_the_part() -> None:
    assert step(Part.SEARCH) == "Zoekindex: wordt nagekeken…"
