# SPDX-License-Identifier: EUPL-1.2
"""Name, birth, birthplace, address, neighbourhood and nationality never weigh (principle 10; law.md N2)."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.dates import When
from assessment.dossier.application import Location
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation, Party, Person
from assessment.inquiry.age import age_years
from assessment.inquiry.attribution import attribute
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.control import control
from assessment.inquiry.evidence_class import classify
from assessment.inquiry.funding import fund
from assessment.inquiry.gate import admit
from assessment.screening.findings import findings
from assessment.screening.open_points import open_points
from assessment.screening.walk import progress
from tests.assessment.dossiers import some

from .test_examples import NAMES, example, shipped


def everything(case: Dossier) -> tuple[Any, ...]:
    catalogue = shipped()
    bonds = find_bonds(case, catalogue)
    return (
        bonds,
        admit(case, catalogue, bonds),
        control(case, catalogue, case.assessed_on),
        [
            (classify(one, catalogue), age_years(one, case.assessed_on), attribute(case, catalogue, one, bonds))
            for one in case.facts
        ],
        fund(case, catalogue),
        findings(catalogue, case),
        open_points(catalogue, case, bonds),
        progress(catalogue, case),
    )


def disguised(party: Party, name: str, place: str, born: When) -> Party:
    if isinstance(party, Person):
        return replace(party, name=name, born=born, address=place, note=place)
    return replace(party, name=name, country=place, address=place, founded_on=born)


@given(
    name=st.sampled_from(NAMES),
    words=st.tuples(st.text(max_size=9), st.text(max_size=9)),
    born=st.builds(When, st.integers(1900, 2020)),
)
@settings(max_examples=25)
def test_who_somebody_is_and_where_he_lives_changes_nothing(name: str, words: tuple[str, str], born: When) -> None:
    case = example(name)
    parties = tuple(disguised(one, *words, born) for one in case.parties)
    place = Location(street=words[0], postcode=words[1], place=words[0], area=words[1])
    other = replace(case, parties=parties, application=replace(case.application, location=place))
    assert everything(other) == everything(case)


@given(name=st.sampled_from(NAMES), chance=st.randoms())
@settings(max_examples=25)
def test_the_order_of_records_never_matters(name: str, chance: Any) -> None:
    case = example(name)
    mixed: dict[str, Any] = {}
    for field in ("parties", "relations", "answers", "events"):
        rows = list(getattr(case, field))
        chance.shuffle(rows)
        mixed[field] = tuple(rows)
    other = replace(case, **mixed)
    before, after = everything(case), everything(other)
    assert after[:-2] == before[:-2]
    assert sorted(after[-2], key=repr) == sorted(before[-2], key=repr)
    assert after[-1] == before[-1]


@given(case=some(Dossier))
@settings(max_examples=80, suppress_health_check=list(HealthCheck))
def test_whatever_was_recorded_is_read_without_a_fault(case: Dossier) -> None:
    assert len(everything(case)) == 8


def test_both_kinds_of_party_are_disguised() -> None:
    kinds = {type(one) for name in NAMES for one in example(name).parties}
    assert kinds == {Person, Organisation}
