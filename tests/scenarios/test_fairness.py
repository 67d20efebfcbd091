# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is never weighs: on every worked dossier and every ruling, whole (principle 10; law.md N2).

Names, birth dates, addresses, street, area and country of a party change nothing in the result. Foreign money in the
financing does: there it is the money that is looked at.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessment.exchange import parse_json
from assessment.outcome import Assessment
from assessment.outcome_wire import assessment_to_wire
from resources.files import example_names, read_example

from .test_scenarios import assessed

RULINGS = sorted(Path(__file__).parent.glob("*.json"))
DISGUISES = (
    ("Aaltje van der Vries-Jansen", "1931-05-05", "DE", "Kasteellaan 1"),
    ("Ömer Ł. Đurić", "2005-12-31", "SR", "Achterom 99"),
    ("محمد الخيالي", "1980-01-01", "MA", "Wijk 7"),
)


@cache
def dossiers() -> dict[str, Any]:
    found = {name: parse_json(read_example(name)) for name in example_names()}
    found |= {file.stem: parse_json(file.read_bytes())["dossier"] for file in RULINGS}
    for raw in found.values():
        for number, line in enumerate(raw.get("financing", {}).get("sources", ())):
            line["label"] = f"bron {number}"  # some labels are the name of the lender
    return found


def disguised(raw: Any, name: str, born: str, country: str, street: str) -> Any:
    """Give everybody another name, birth date and country, and the business another place."""
    other = deepcopy(raw)
    for number, party in enumerate(other["parties"]):
        party.update(name=f"{name} {number}", address=street, note=country)
        party.update({"born": born} if party["kind"] == "person" else {"country": country})
    other["application"]["location"] = {"street": street, "postcode": "9999 XX", "place": street, "area": country}
    return other


def seen(assessment: Assessment, raw: Any) -> str:
    """Write the result down, with the id of a party where its name stands; the receipt covers the names and differs."""
    told = {key: value for key, value in assessment_to_wire(assessment).items() if key != "receipt"}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    for party in sorted(raw["parties"], key=lambda one: len(one["name"]), reverse=True):
        text = text.replace(json.dumps(party["name"], ensure_ascii=False)[1:-1], party["id"])
    return text


@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda one: one[2])
@pytest.mark.parametrize("name", [*example_names(), *(file.stem for file in RULINGS)])
def test_who_somebody_is_never_weighs(name: str, disguise: tuple[str, str, str, str]) -> None:
    before = dossiers()[name]
    after = disguised(before, *disguise)
    assert seen(assessed(after), after) == seen(assessed(before), before)


def test_foreign_money_is_looked_at() -> None:
    """The figure moves, and the degree with it only through the unexplained part (practice.md 1.2)."""
    home = deepcopy(dossiers()["own-holiday-park-cranendonck"])
    abroad = deepcopy(home)
    abroad["financing"]["sources"][0]["country"] = "XX"
    shares = [assessment_to_wire(assessed(one))["financing"]["private_foreign_share"] for one in (home, abroad)]
    assert shares == [0.0, 0.84]
    assert assessed(home).a.indication is assessed(abroad).a.indication
