# SPDX-License-Identifier: EUPL-1.2
"""The certificate of a destruction tells who, when and on what ground, and of a half one that it is half."""

from dataclasses import replace
from datetime import UTC, date, datetime

from assessment.destruction import Amounts, Certificate, Sort, counted_with, sort_of
from assessment.dossier.dossier import Dossier
from assessment.telling.block import Block, Pairs, Paragraph, Tone
from assessment.telling.certificate import certificate_document

MADE = Certificate(
    id="v-1", dossier="d-1", at=datetime(2026, 6, 3, tzinfo=UTC), proposed_by="Ada Voorbeeld",
    proposed_at=datetime(2026, 6, 2, tzinfo=UTC), carried_out_by="Bram Verzinsel", ground="selectielijst",
    event="besluit genomen", months=60, starts_on=date(2020, 1, 1), ends_on=date(2025, 1, 1), reason="",
    amounts=Amounts(90, 2, 14, 3), backups=11, removed=1, is_done=True,
)  # fmt: skip


def told(blocks: tuple[Block, ...]) -> dict[str, str]:
    return dict(row for one in blocks if isinstance(one, Pairs) for row in one.rows)


def test_it_tells_what_happened() -> None:
    document = certificate_document(MADE, "Gemeente Fictenveen", "3 jun 2026", "BIB-2020-0001")
    rows = told(document.blocks)
    assert rows["Kenmerk"] == document.reference == "BIB-2020-0001"
    assert rows["Voorgesteld door"] == "Ada Voorbeeld, 2 jun 2026"
    assert rows["Uitgevoerd door"] == "Bram Verzinsel, 3 jun 2026"
    assert rows["Bewaartermijn"] == "5 jaar na: besluit genomen"
    assert (rows["Onderdelen"], rows["Bijlagen"]) == ("90", "3")
    assert rows["Reservekopieën die zijn weggehaald"] == "1"
    assert "Reden om niet te wachten" not in rows


def test_without_the_reference_it_bears_the_number_of_the_store() -> None:
    document = certificate_document(MADE, "", "3 jun 2026")
    assert (document.reference, "Kenmerk" in told(document.blocks)) == ("d-1", False)


def test_one_that_is_not_done_warns_and_counts_no_backups() -> None:
    half = replace(MADE, is_done=False, starts_on=None, ends_on=None, reason="Dubbel aangemaakt.")
    document = certificate_document(half, "", "3 jun 2026")
    rows = told(document.blocks)
    assert any(isinstance(one, Paragraph) and one.tone is Tone.WARNING for one in document.blocks)
    assert not any("Reservekopieën" in name for name in rows)
    assert rows["Reden om niet te wachten"] == "Dubbel aangemaakt."
    assert rows["Einde van de termijn"] == "niet bekend"


def test_an_empty_dossier_is_of_an_unknown_sort() -> None:
    assert sort_of(Dossier("B", "2026-01-01", date(2026, 6, 2))) == Sort(degrees=("", ""))


def test_counting_one_more_keeps_the_rest_and_an_order_of_its_own() -> None:
    first, second = Sort(year="2020"), Sort(year="2019")
    counts = counted_with(counted_with(counted_with((), first), second), first)
    assert counts == ((second, 1), (first, 2))
