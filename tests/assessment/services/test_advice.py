# SPDX-License-Identifier: EUPL-1.2
"""An advice is a concept until nothing stands in its way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import main
from assessment.assess import assess
from assessment.dates import When
from assessment.dossier.conclusion import CheckAnswer, Conclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.review import Review, Verdict
from assessment.exchange import dossier_to_wire, read_dossier
from assessment.known import NOT_KNOWN
from assessment.receipt import seal
from assessment.services.advice import internal_document, standing
from assessment.telling.issue import Standing
from resources import files


def bread() -> Dossier:
    return read_dossier(files.read_example("verzonnen-broodje"))


def read_by_a_second(dossier: Dossier) -> Dossier:
    review = Review("Tweede Lezer", When.on(date(2026, 6, 1)), seal(dossier), Verdict.AGREED, "")
    return replace(dossier, reviews=(review,))


def test_without_a_second_reader_it_is_a_concept() -> None:
    outcome = assess(bread(), main.catalogue())
    assert standing(outcome) is Standing.CONCEPT
    assert internal_document(bread(), outcome, main.catalogue()).version == "versie 1, concept"


def test_with_an_agreeing_second_reader_and_nothing_open_it_is_final() -> None:
    dossier = read_by_a_second(bread())
    outcome = assess(dossier, main.catalogue())
    assert standing(outcome) is Standing.FINAL
    assert internal_document(dossier, outcome, main.catalogue(), "Jansen").version == "versie 1, definitief"


def test_a_change_after_the_reading_makes_it_a_concept_again() -> None:
    changed = replace(read_by_a_second(bread()), reference="BIB-2026-0031")
    assert standing(assess(changed, main.catalogue())) is Standing.CONCEPT


def concluded(dossier: Dossier, **more: object) -> Dossier:
    assert isinstance(dossier.conclusion, Conclusion)
    return replace(dossier, conclusion=replace(dossier.conclusion, **more))


def test_a_check_that_waits_for_an_answer_holds_the_final_version_back() -> None:
    """The officer's word about par. 6 is missing; a written answer is enough, and becomes part of the advice."""
    asked = concluded(bread(), c=NOT_KNOWN)
    assert standing(assess(read_by_a_second(asked), main.catalogue())) is Standing.CONCEPT
    answered = concluded(asked, check_answers=(CheckAnswer("L11", text="Er is geen formulier gevraagd."),))
    assert standing(assess(read_by_a_second(answered), main.catalogue())) is Standing.FINAL


def test_a_hard_stop_holds_whatever_was_answered() -> None:
    answered = concluded(bread(), check_answers=(CheckAnswer("L01", text="Dat hoeft niet."),))
    assert standing(assess(answered, main.catalogue())) is Standing.CONCEPT


def test_the_dossier_is_inside_the_document() -> None:
    document = internal_document(bread(), assess(bread(), main.catalogue()), main.catalogue(), "Jansen")
    assert json.loads(document.attachments[0].content) == dossier_to_wire(bread())
