# SPDX-License-Identifier: EUPL-1.2
"""Every closed set of codes has a Dutch word for each code, and none is forgotten."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum

import assessment.dossier
from assessment.catalogue.offence import Gravity
from assessment.catalogue.required import REQUIRED
from assessment.catalogue.vocabulary import VOCABULARIES, WORDS_NEEDED
from tests.assessment.catalogue.shipped import catalogue

OFFENCES = catalogue().offences


def _enums() -> Iterator[type[StrEnum]]:
    names = [f"assessment.dossier.{one.name}" for one in pkgutil.iter_modules(assessment.dossier.__path__)]
    for name in [*names, "assessment.outcome", "assessment.degree"]:
        module = importlib.import_module(name)
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, StrEnum) and one.__module__ == name:
                yield one


def test_every_closed_set_of_a_dossier_or_an_outcome_is_a_vocabulary() -> None:
    assert [one for one in _enums() if one not in VOCABULARIES.values()] == []


def test_a_vocabulary_is_named_after_its_class() -> None:
    twice = {"gate-verdict"}  # the gate's verdict and a reader's verdict are two things
    named = {name: re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower() for name, kind in VOCABULARIES.items()}
    assert {name: found for name, found in named.items() if name != found and name not in twice} == {}


def test_no_two_codes_of_a_vocabulary_have_the_same_word() -> None:
    for name in WORDS_NEEDED:
        words = list(catalogue().words[name].values())
        assert len(words) == len(set(words)), name


def test_the_codes_of_the_dossier_format_are_there() -> None:
    assert {field: len(codes) for field, (_, codes) in REQUIRED.items()} == {
        "permits": 18,
        "partners": 34,
        "bases": 12,
        "legal_forms": 10,
        "offences": 46,
    }


def test_six_years_or_more_is_heavy_and_nothing_else() -> None:
    heavy = {one.code for one in OFFENCES.values() if one.gravity is Gravity.HEAVY}
    assert heavy == {one.code for one in OFFENCES.values() if one.max_years >= 6}
    assert {"opiumwet-2", "sr-140", "sr-312", "sr-420ter"} <= heavy
    assert not {"opiumwet-3", "wvw-107", "wav-2", "sr-300"} & heavy


def test_what_only_earns_a_fine_is_light() -> None:
    light = {one.code for one in OFFENCES.values() if one.gravity is Gravity.LIGHT}
    assert {one.code for one in OFFENCES.values() if one.max_years == 0} <= light


def test_a_maximum_that_was_not_held_against_the_statute_says_so() -> None:
    honest = re.compile(r"Onzeker: zoek het maximum op|nog niet aan de wettekst getoetst")
    assert [one.code for one in OFFENCES.values() if not honest.search(one.source)] == []


def test_legal_persons_are_all_but_the_sole_trader() -> None:
    """weighing.md no. 5."""
    assert [one.code for one in catalogue().legal_forms.values() if not one.legal_person] == ["eenmanszaak"]
