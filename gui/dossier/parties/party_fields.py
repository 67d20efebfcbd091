# SPDX-License-Identifier: EUPL-1.2
"""The fields of a person and of an organisation, with what is wrong with a number said in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.dossier import Dossier
from assessment.known import known
from assessment.numbers import REPRESENTING, is_bsn, is_kvk, representatives
from gui.parts.field_spec import FieldSpec, Kind

BSN_RULE = (
    "Een burgerservicenummer mag alleen worden vastgelegd van de betrokkene en van wie hem vertegenwoordigt"
    " (Wet Bibob art. 7a lid 2 onder c)."
)


def may_hold_bsn(dossier: Dossier, party: str) -> bool:
    """Whether the citizen number of a party may be kept: of subject and representative only."""
    organisations = [one.id for one in dossier.parties if not one.is_person]
    directing = [(one.from_, one.to) for one in dossier.relations if one.role in REPRESENTING]
    return party in dossier.subject or party in representatives(dossier.subject, organisations, directing)


def person_specs(may_hold: Callable[[], bool], today: date) -> tuple[FieldSpec, ...]:
    """List the fields of a person; the citizen number only where it may be kept, or is to be taken away."""
    return (
        FieldSpec("name", "Naam", empty="", help="Voornamen of voorletters en achternaam, zoals in het register."),
        FieldSpec("born", "Geboren", Kind.DATE, check=lambda when: _check_born(when, today)),
        FieldSpec("bsn", "Burgerservicenummer", check=check_bsn,
                  shown=lambda person: may_hold() or bool(known(getattr(person, "bsn", None)))),
        FieldSpec("address", "Adres"),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )  # fmt: skip


def organisation_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of an organisation."""
    forms = {code: form.name for code, form in catalogue.legal_forms.items()}
    return (
        FieldSpec("name", "Naam", empty="", help="De naam zoals die in het handelsregister staat."),
        FieldSpec("legal_form", "Rechtsvorm", Kind.CHOICE, words=forms),
        FieldSpec("kvk", "KVK-nummer", none_word="niet ingeschreven", check=check_kvk),
        FieldSpec("rsin", "RSIN", check=check_rsin),
        FieldSpec("founded_on", "Opgericht", Kind.DATE),
        FieldSpec("country", "Land", help="Landcode van twee letters, bijvoorbeeld NL."),
        FieldSpec("address", "Adres"),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )


def _check_born(when: When, today: date) -> str:
    """Say that a day of birth is still to come."""
    return "Deze geboortedatum ligt in de toekomst. Kijk dag, maand en jaar na." if when.first > today else ""


def check_bsn(text: str) -> str:
    """Say what is wrong with a citizen number."""
    return _check_nine(text, "burgerservicenummer")


def check_rsin(text: str) -> str:
    """Say what is wrong with an RSIN."""
    return _check_nine(text, "RSIN")


def _check_nine(text: str, name: str) -> str:
    """Both numbers have nine digits and pass the same test of eleven."""
    if not text.isascii() or not text.isdecimal() or len(text) != 9:
        return f"Een {name} heeft negen cijfers, zonder punten of spaties."
    return "" if is_bsn(text) else "Dit nummer kan niet bestaan: het voldoet niet aan de elfproef. Kijk het na."


def check_kvk(text: str) -> str:
    """Say what is wrong with a number of the Chamber of Commerce."""
    return "" if is_kvk(text) else "Een KVK-nummer heeft acht cijfers, zonder punten of spaties."


def specs_of(party: Any, catalogue: Catalogue, may_hold: Callable[[], bool], today: date) -> tuple[FieldSpec, ...]:
    """List the fields of a party of either kind."""
    return person_specs(may_hold, today) if party.kind == "person" else organisation_specs(catalogue)
