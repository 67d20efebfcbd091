# SPDX-License-Identifier: EUPL-1.2
"""Who remembers how records were written takes a dossier apart as one who does not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, NeedLine, Operations
from assessment.dossier.party import Person
from assessment.errors import FaultyFile
from assessment.known import NOT_KNOWN, NOT_LISTED
from storage import splitting
from storage.splitting import Written, split
from tests.storage.dossiers import dossiers
from tests.storage.stores import small


def mixed(one: Dossier, other: Dossier, names: list[str]) -> Dossier:
    """Give the one with some of what the other holds: the very same objects, as a change in the window leaves them."""
    return replace(one, **{name: getattr(other, name) for name in names})


PARTS_OF_IT = st.lists(st.sampled_from(["parties", "facts", "answers", "events", "financing", "subject", "conclusion",
                                        "signals", "plan", "application"]))  # fmt: skip


@given(dossiers(), dossiers(), st.lists(PARTS_OF_IT, max_size=4))
def test_one_who_remembers_writes_the_same(one: Dossier, other: Dossier, changes: list[list[str]]) -> None:
    written, now = Written(), one
    assert written.parts(now) == split(now)
    for names in changes:
        now = mixed(now, other, names)
        assert written.parts(now) == split(now)
        now = mixed(now, one, names[1:])
        assert written.parts(now) == split(now)


@pytest.mark.parametrize("change", [
    {"reference": "BIB-2"}, {"assessed_on": date(2026, 7, 1)}, {"subject": ()}, {"subject": NOT_LISTED},
    {"hearings": ()}, {"financing": None}, {"financing": Financing()}, {"financing": Financing(need=())},
    {"financing": Financing(operations=Operations())}, {"answers": ()}, {"answers": NOT_LISTED},
    {"financing": Financing(need=(NeedLine("goodwill"),))}, {"financing": NOT_KNOWN},
])  # fmt: skip
def test_equal_is_not_enough_to_be_the_same(change: dict[str, object]) -> None:
    """An absent list equals an empty one, and is written otherwise."""
    written = Written()
    written.parts(small())
    changed = replace(small(), **change)  # type: ignore[arg-type]
    assert written.parts(changed) == split(changed)
    assert written.parts(small()) == split(small())


def test_only_what_changed_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[object] = []
    whole = splitting.to_wire

    def to_wire(value: object) -> object:
        looked_at.append(value)
        return whole(value)

    written, dossier = Written(), small()
    written.parts(dossier)
    monkeypatch.setattr(splitting, "to_wire", to_wire)
    answer = Answer("IDA-06", "nee")
    written.parts(dossier.with_answer(answer))
    assert looked_at == [answer, answer]
    written.forget()
    written.parts(dossier)
    assert len(looked_at) > 4


def test_a_record_that_is_refused_is_refused_again() -> None:
    written, bad = Written(), Answer("IDA-05", "ja", note="nul\0teken")
    dossier = small().with_answer(bad)
    for _ in range(2):
        with pytest.raises(FaultyFile) as refusal:
            written.parts(dossier)
        assert refusal.value.faults[0].where == "$.answers[0].note"
    assert written.parts(small()) == split(small())


def test_a_longer_list_than_can_be_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splitting, "LONGEST_LIST", 2)
    people = tuple(Person(f"p{number}") for number in range(3))
    split(replace(small(), parties=people[:2]))
    with pytest.raises(FaultyFile):
        split(replace(small(), parties=people))
