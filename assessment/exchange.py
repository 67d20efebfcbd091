# SPDX-License-Identifier: EUPL-1.2
"""The two JSON contracts: `toetssteen-dossier/1` in and out, `toetssteen-beoordeling/1` out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.reading import Faults
from assessment.codes import Codes, Known, unknown_codes
from assessment.dossier.dossier import Dossier
from assessment.errors import Fault, FaultyFile
from assessment.numbers import wrong_numbers
from assessment.references import dangling
from assessment.wire import from_wire, to_wire

FORMAT: Final = "toetssteen-dossier/1"
LARGEST_FILE: Final = 64 * 1024 * 1024
"""A dossier file holds text only; anything larger than this (bytes) is not one."""


def read_dossier(text: bytes, codes: Known | None = None) -> Dossier:
    """Read a dossier file; raises FaultyFile with every fault and its JSON path."""
    return dossier_from_wire(parse_json(text), codes)


def write_dossier(dossier: Dossier) -> bytes:
    """Write a dossier file (UTF-8)."""
    return json.dumps(dossier_to_wire(dossier), ensure_ascii=False, indent=1).encode()


def dossier_to_wire(dossier: Dossier) -> dict[str, Any]:
    """Give the JSON value of a dossier."""
    return {"format": FORMAT, **to_wire(dossier)}


def dossier_from_wire(raw: object, codes: Known | None = None) -> Dossier:
    """Read a dossier from its JSON value; with `codes` those that it uses are checked against its own catalogue."""
    faults = Faults()
    if not isinstance(raw, Mapping) or raw.get("format") != FORMAT:
        raise FaultyFile((Fault("$.format", f'dit is geen dossierbestand van Toetssteen ("{FORMAT}" ontbreekt)'),))
    body = {key: value for key, value in raw.items() if key != "format"}
    dossier = from_wire(Dossier, body, "$", faults)
    faults.found += [*dangling(body), *wrong_numbers(body)]
    faults.found += unknown_codes(body, codes) if codes is not None else ()
    if faults.found:
        raise FaultyFile(tuple(faults.found))
    return dossier  # type: ignore[no-any-return]


def parse_json(text: bytes) -> Any:
    """Parse JSON strictly: no key twice, no NaN, no endless nesting; raises FaultyFile."""
    if len(text) > LARGEST_FILE:
        raise FaultyFile((Fault("$", "dit bestand is te groot voor een dossier"),))
    try:
        return json.loads(
            text.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_refuse,
            object_pairs_hook=_unique,
        )
    except UnicodeDecodeError:
        raise FaultyFile((Fault("$", "dit bestand is geen tekst in UTF-8"),)) from None
    except json.JSONDecodeError as error:
        where = f"regel {error.lineno}, teken {error.colno}"
        raise FaultyFile((Fault("$", f"dit is geen geldige JSON ({where})"),)) from None
    except RecursionError:
        raise FaultyFile((Fault("$", "dit bestand is te diep genest"),)) from None
    except (ValueError, ArithmeticError):
        raise FaultyFile((Fault("$", "dit bestand bevat een getal dat te groot is"),)) from None


def _refuse(word: str) -> Any:
    raise FaultyFile((Fault("$", f"{word} is geen getal dat hier kan"),))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FaultyFile((Fault("$", f"de sleutel {twice!r} staat twee keer in hetzelfde blok"),))
    return found


def codes_of(catalogue: Catalogue) -> Codes:
    """Give the codes that a dossier may use with this catalogue."""
    return Codes(
        catalogue.date,
        {
            "application.permit_types[]": catalogue.permits,
            "application.permit_types[].type": catalogue.permits,
            "information[].partner": catalogue.partners,
            "information[].basis": catalogue.bases,
            "facts[].offence": catalogue.offences,
            "answers[].question": catalogue.questions,
            "parties[].legal_form": catalogue.legal_forms,
        },
        frozenset(one.id for one in catalogue.questions.values() if one.per),
    )
