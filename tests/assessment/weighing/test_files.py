# SPDX-License-Identifier: EUPL-1.2
"""The four files of weighing, checks, duties and terms: what they must hold, and what is refused."""

from copy import deepcopy
from typing import Any

import pytest

from assessment.catalogue.load import load_catalogue
from assessment.degree import Degree
from assessment.errors import FaultyFile
from assessment.weighing.indication import Limits
from resources.files import read_catalogue

from .balances import shipped

FILES = read_catalogue("2026-01-01")


def faults(file: str, change: Any) -> list[str]:
    content = deepcopy(dict(FILES.content))
    change(content[file])
    with pytest.raises(FaultyFile) as caught:
        load_catalogue(content, FILES.date, FILES.checksum)
    return [str(one) for one in caught.value.faults]


def set_(key: str, number: int, field: str, value: object) -> Any:
    def change(data: dict[str, Any]) -> None:
        data[key][number][field] = value

    return change


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        ("weighing.yaml", lambda data: data["settings"].pop(0), "control_share ontbreekt"),
        ("weighing.yaml", lambda data: data["rows"].pop(0), "b-serious-1 ontbreekt"),
        ("weighing.yaml", set_("rows", 0, "degree", "zwaar"), "'zwaar' staat niet in"),
        ("weighing.yaml", set_("settings", 0, "value", "veel"), "hier hoort een getal te staan"),
        ("weighing.yaml", set_("settings", 0, "weight", 3), "deze sleutel is onbekend"),
        ("checks.yaml", set_("checks", 0, "id", "Z01-iets"), "begint met C, L of X"),
        ("checks.yaml", set_("checks", 0, "severity", "stop"), "'stop' staat niet in"),
        ("checks.yaml", lambda data: data["guilt_words"]["guilty"].append("("), "geen geldig patroon"),
        ("checks.yaml", lambda data: data["guilt_words"]["guilty"].append("<daad>"), "het deel <daad> bestaat niet"),
        ("duties.yaml", lambda data: data["duties"][0].pop("basis"), "deze sleutel ontbreekt"),
        ("terms.yaml", lambda data: data["procedures"].pop(0), "awb-8w ontbreekt"),
        ("terms.yaml", set_("procedures", 0, "id", "snel"), "'snel' is onbekend"),
        ("terms.yaml", lambda data: data["lengths"].pop(0), "leave-untreated ontbreekt"),
        ("terms.yaml", set_("lengths", 0, "unit", "uren"), "'uren' staat niet in"),
        ("terms.yaml", set_("equated_days", 0, "day", "morgen"), "hier hoort een dag te staan"),
    ],
)
def test_a_fault_is_told_with_its_place(file: str, change: Any, told: str) -> None:
    assert any(file in one and told in one for one in faults(file, change))


BRANCH = {
    "permit": "EXP", "ratio": "staff_share", "year": 2025, "low": 0.2, "high": 0.4, "source": "x", "checked": "ja",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data["branches"].append({**BRANCH, "ratio": "huur"}), "'huur' staat niet in: purchase_share"),
        (lambda data: data["branches"].append({**BRANCH, "extra": 1}), "deze sleutel is onbekend"),
        (lambda data: data["living_costs"][0].update(household="alleen"), "'alleen' staat niet in"),
        (lambda data: data["living_costs"][0].update(checked=True), "hier hoort ja of nee te staan"),
        (lambda data: data.pop("absent"), "deze sleutel ontbreekt"),
    ],
)
def test_a_fault_in_the_norms_is_told(change: Any, told: str) -> None:
    assert any("norms.yaml" in one and told in one for one in faults("norms.yaml", change))


def test_a_norm_of_a_branch_is_read() -> None:
    content = deepcopy(dict(FILES.content))
    content["norms.yaml"]["branches"].append(dict(BRANCH))  # type: ignore[index]
    norms = load_catalogue(content, FILES.date, FILES.checksum).norms
    found = norms.branch("staff_share", ("ALC", "EXP"))
    assert found is not None
    assert norms.told(found) == "x, 2025"
    assert norms.branch("staff_share", ("ALC",)) is None


def test_the_shipped_defaults() -> None:
    """The values of weighing.md; whoever changes one changes this test with a reason."""
    framework = shipped().framework
    values = {name: str(framework.value(name)) for name in ("control_share", "large_benefit", "unexplained_share")}
    assert values == {"control_share": "0.25", "large_benefit": "25000", "unexplained_share": "0.25"}
    assert framework.whole("recent_years") == 5
    assert Limits.of(framework) == Limits(2, 3, 3)


def test_every_row_tells_its_degree() -> None:
    rows = shipped().framework.rows
    assert {one.degree for id_, one in rows.items() if "serious" in id_} == {Degree.SERIOUS}
    assert {one.degree for id_, one in rows.items() if "lesser" in id_} == {Degree.LESSER}
    assert [id_ for id_, one in rows.items() if not (one.text and one.reason and one.source)] == []
