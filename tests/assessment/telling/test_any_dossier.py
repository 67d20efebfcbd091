# SPDX-License-Identifier: EUPL-1.2
"""Any dossier at all gives a whole document, in which closed content stays in its part."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.dossier.information import Classification, Consent
from assessment.outcome import Admission, EvidenceClass, FactOutcome, Tie, Verdict
from assessment.telling.advice import advise
from tests.assessment.dossiers import some_dossier
from tests.assessment.telling import invented, invented_outcome
from tests.assessment.telling.reading_back import all_text, anchors, cells, sections, spans, targets, texts


def _numbered(records, letter):
    return tuple(replace(one, id=f"{letter}{place}") for place, one in enumerate(records, 1))


def _with_own_ids(dossier: Dossier) -> Dossier:
    """Give every record an id of its own, as a dossier file must."""
    return replace(
        dossier,
        parties=_numbered(dossier.parties, "p"),
        information=_numbered(dossier.information, "i"),
        facts=_numbered(dossier.facts, "f"),
    )


def _fact_outcome(fact: Fact, kind: EvidenceClass) -> FactOutcome:
    return FactOutcome(fact.id, kind, Tie.NONE, (), None, False, None, (), (), ())


def _outcome(dossier: Dossier, kind: EvidenceClass, verdict: Verdict):
    return replace(
        invented_outcome.empty_assessment(),
        admissions=tuple(Admission(one.id, verdict, False) for one in dossier.information),
        facts=tuple(_fact_outcome(one, kind) for one in dossier.facts),
    )


@given(some_dossier().map(_with_own_ids), st.sampled_from(EvidenceClass), st.sampled_from(Verdict))
def test_any_dossier_gives_a_whole_document(dossier, kind, verdict):
    document = advise(dossier, _outcome(dossier, kind, verdict), invented.catalogue())
    assert list(sections(document))[-13:] == list(range(1, 14))
    assert targets(document) <= set(anchors(document))
    assert len(anchors(document)) == len(set(anchors(document)))
    listed = [cell.anchor for cell in cells(document.blocks) if cell.anchor.startswith("info-")]
    assert sorted(listed) == sorted(f"info-{one.id}" for one in dossier.information)
    assert all(isinstance(text, str) for block in document.blocks for text in texts(block))
    assert all(isinstance(one.text, str) for one in spans(document.blocks))


@given(some_dossier().map(_with_own_ids))
def test_closed_content_of_any_dossier_stands_in_its_part_only(dossier):
    marked = tuple(
        replace(one, content=f"GESLOTEN-{one.id}", classification=Classification.SECRET, forward=Consent.NO)
        for one in dossier.information
    )
    closed = replace(dossier, information=marked)
    document = advise(closed, _outcome(closed, EvidenceClass.SUSPICION, Verdict.BLOCKED), invented.catalogue())
    elsewhere = [block for number, blocks in sections(document).items() if number != 6 for block in blocks]
    assert "GESLOTEN-" not in all_text(elsewhere)
    assert all(f"GESLOTEN-{one.id}" in all_text(document.blocks) for one in marked)
