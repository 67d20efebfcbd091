# SPDX-License-Identifier: EUPL-1.2
"""Of whom a citizen number may be kept: of the subject, and of whoever represents it (Wet Bibob art. 7a par. 2)."""

import pytest

from assessment.numbers import representatives

DIRECTING = [("holding", "zaak"), ("p1", "holding"), ("p2", "p1"), ("p3", "elders"), ("p4", "firm"), ("firm", "zaak")]


@pytest.mark.parametrize(
    ("subjects", "expected"),
    [
        (["zaak"], {"holding", "p1", "firm", "p4"}),
        (["holding"], {"p1"}),
        (["p1"], {"p2"}),
        (["p9"], set()),
        ([], set()),
    ],
)
def test_who_directs_a_subject_represents_it_and_who_directs_that_company_too(
    subjects: list[str], expected: set[str]
) -> None:
    assert representatives(subjects, ["zaak", "holding", "elders", "firm"], DIRECTING) == expected


def test_companies_that_direct_each_other_come_to_an_end() -> None:
    assert representatives(["a"], ["a", "b"], [("a", "b"), ("b", "a")]) == {"a", "b"}
