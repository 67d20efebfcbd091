# SPDX-License-Identifier: EUPL-1.2
"""The reading of an assessment as plain text."""

import re
from dataclasses import replace

from hypothesis import given

from assessment.assess import assess
from assessment.dossier.conclusion import CheckAnswer
from assessment.exchange import read_dossier
from assessment.telling.plain import WIDTH
from assessment.telling.report import report
from resources.files import read_example
from tests.assessment.dossiers import some_dossier
from tests.assessment.telling import invented, invented_dossier, invented_outcome
from tests.assessment.weighing.balances import shipped


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


CAFE = read_dossier(read_example("cafe-de-verzonnen-vink"))


def _told(dossier):
    return report(assess(dossier, shipped()), dossier, shipped())


def _part(text, title):
    """Give the lines under a title, wrapped lines in one again."""
    after = text.split(f"\n{title}\n", 1)[1].split("\n\n", 1)[0]
    return re.sub(r"\n +", " ", after)


def test_every_part_is_read_from_the_explanation_with_its_article():
    text = _told(CAFE)
    assert "§ Daan Fictema → Kolibri Beheer B.V. → Verzonnen Vink Horeca B.V.: 100,00\u00a0%" in _part(
        text, "Zeggenschap"
    )
    gate = _part(text, "Informatie")
    assert "i1 niet bruikbaar; draagt geen feit § Er is geen grondslag vastgelegd." in " ".join(gate.split())
    assert "Sjors Bedenksel staat in relatie tot betrokkene, maar valt niet in de kring" in gate
    assert "Oordeel van de behandelaar: Testerink is in 2022 veroordeeld" in _part(text, "Bevindingen")
    assert "IDA-11" not in _part(text, "Bevindingen")
    assert (
        "Er is geen feit vastgelegd dat gaat over het verkrijgen"
        in _part(text, "Gronden").split("lid 6  aanwijzing")[1]
    )
    options = " ".join(_part(text, "Wat de wet toelaat").split())
    assert "rust op: mate op de a-grond ernstig gevaar (vastgelegd door de behandelaar)" in options
    assert "ALC en EXP: niet intrekken § Er is nog niets verleend dat kan worden ingetrokken (Wet Bibob" in options
    assert "p4" not in _part(text, "Controles")


def test_an_answer_to_a_check_is_told_as_the_judgement_that_it_is():
    answered = replace(CAFE.conclusion, check_answers=(CheckAnswer("X02", (), "De data staan zo in de akte."),))
    told = " ".join(_part(_told(replace(CAFE, conclusion=answered)), "Controles").split())
    assert "Beantwoord. Oordeel van de behandelaar: De data staan zo in de akte." in told


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
