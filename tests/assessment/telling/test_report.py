# SPDX-License-Identifier: EUPL-1.2
"""The reading of an assessment as plain text."""

from dataclasses import replace

from hypothesis import given

from assessment.telling.report import WIDTH, report
from tests.assessment.dossiers import some_dossier
from tests.assessment.telling import invented, invented_dossier, invented_outcome


def _report():
    return report(invented_outcome.assessment(), invented_dossier.dossier(), invented.catalogue())


def test_it_tells_terms_money_facts_grounds_and_receipt():
    text = _report()
    assert "BIB-2026-0099  Daan Fictema" in text
    assert "28 apr 2026 (veilig: 27 apr 2026, 36 dagen opgeschort)" in text
    assert "aangetoond €\u00a022.400,00 (9,14\u00a0% van nodig)" in text
    assert "f7  Vermoeden: witwassen (Sr art. 420bis)" in text
    assert "§ De samenhang is niet bekend" in text
    assert "a  aanwijzing: ernstig gevaar (vast; regel a-rij-1)" in text
    assert "draagt op: f7" in text
    assert "sha256:" + "a" * 64 in text


def test_checks_are_grouped_by_what_they_ask():
    lines = _report().splitlines()
    block = next(place for place, line in enumerate(lines) if "houdt tegen: C03 (EXP)" in line)
    answer = next(place for place, line in enumerate(lines) if "vraagt antwoord: C02 (f7)" in line)
    assert block < answer


def test_lines_fit_a_terminal():
    long = [line for line in _report().splitlines() if len(line) > WIDTH]
    assert long == []


def test_an_empty_dossier_says_that_nothing_is_there():
    text = report(invented_outcome.empty_assessment(), invented_dossier.empty_dossier(), invented.catalogue())
    assert "Geen feiten vastgelegd." in text
    assert "Alle controles zijn in orde." in text


@given(some_dossier())
def test_any_dossier_can_be_read(dossier):
    text = report(
        replace(invented_outcome.empty_assessment(), reference=dossier.reference), dossier, invented.catalogue()
    )
    assert text.endswith("\n")
