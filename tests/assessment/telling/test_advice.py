# SPDX-License-Identifier: EUPL-1.2
"""The advice: thirteen sections, traceable, verbatim, careful with closed items and with suspicion."""

import re
from dataclasses import replace

import pytest

from assessment.dossier.application import Route
from assessment.telling.advice import advise
from assessment.telling.block import (
    Attachment,
    BarPicture,
    GraphPicture,
    Heading,
    Pairs,
    Paragraph,
    Table,
    Tone,
)
from assessment.telling.issue import Issue, Standing
from tests.assessment.telling import invented, invented_dossier, invented_outcome
from tests.assessment.telling.reading_back import all_text, anchors, cells, sections, targets

SECTIONS = (
    "Voorblad",
    "Samenvatting",
    "Aanleiding, triage en juridisch kader",
    "Betrokkene en relaties",
    "Verloop van het onderzoek",
    "Geraadpleegde bronnen",
    "Bevindingen",
    "Reactie van betrokkene en anderen",
    "Beoordeling per grond",
    "Gewone weigeringsgronden",
    "Proportionaliteit en alternatieven",
    "Advies en vervolg",
    "Ondertekening, versies en verificatie",
)
GUILT = re.compile(
    r"heeft gepleegd|heeft zich schuldig|is schuldig|de dader|\bpleegde\b|\bbeging het\b|is bewezen", re.IGNORECASE
)


@pytest.fixture
def document():
    return advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue())


@pytest.fixture
def empty():
    return advise(invented_dossier.empty_dossier(), invented_outcome.empty_assessment(), invented.catalogue())


def _headings(document):
    return [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 2]


@pytest.mark.parametrize("name", ["document", "empty"])
def test_thirteen_sections_stand_in_order_and_none_is_empty(name, request):
    made = request.getfixturevalue(name)
    assert _headings(made) == [f"{number}. {title}" for number, title in enumerate(SECTIONS, 1)]
    assert all(len(blocks) > 1 for number, blocks in sections(made).items() if number)


def test_the_first_page_asks_concludes_and_summarises(document):
    first = all_text(sections(document)[1])
    assert "Aan de burgemeester wordt voorgesteld: <grant-with-conditions> (alcoholvergunning)" in first
    assert "ernstig gevaar" in first
    assert "niet vast te stellen" in first
    numbered = [one for one in sections(document)[1] if getattr(one, "numbered", False)]
    assert [len(one.items) for one in numbered] == [3]


def _table(document, section, head):
    """Find the table of a section that has this column."""
    tables = (one for one in sections(document)[section] if isinstance(one, Table))
    return next(one for one in tables if head in [column.head for column in one.columns])


def test_each_fact_stands_with_its_sources_and_dates(document):
    table = _table(document, 7, "Feit")
    row = next(row for row in table.rows if row[0].text == "f7")
    assert row[0].anchor == "fact-f7"
    assert [one.target for one in row[5].spans if one.target] == ["info-i1", "info-i7"]
    assert row[5].text == "[i1] [i7]"
    assert row[3].text == "jan 2023 tot jun 2024"
    assert "24 mrt 2026" in row[4].text


def test_closed_items_stand_in_the_closed_part_only(document):
    blocks = sections(document)[6]
    cut = next(
        place for place, one in enumerate(blocks) if isinstance(one, Heading) and one.text == "6.2 Gesloten deel"
    )
    assert "Gesloten inhoud van i7." in all_text(blocks[cut:])
    outside = [one for one in document.blocks if one not in blocks[cut:]]
    assert "Gesloten inhoud van i7." not in all_text(outside)
    assert any(isinstance(one, Paragraph) and one.tone is Tone.WARNING for one in blocks[cut:])


def test_blocked_items_say_why_and_what_would_unblock_them(document):
    limits = {row[0].text: row[1:] for row in _table(document, 6, "Dat wordt anders met").rows}
    assert [cell.text for cell in limits["[i9]"]] == ["Er is geen grondslag (AVG art. 6).", "Leg haar vast."]
    assert "Grondslag: geen." in all_text(sections(document)[6])


def test_each_item_of_information_is_listed_once(document):
    listed = [cell.anchor for cell in cells(document.blocks) if cell.anchor.startswith("info-")]
    assert sorted(listed) == ["info-i1", "info-i7", "info-i9"]


@pytest.mark.parametrize("name", ["document", "empty"])
def test_links_lead_somewhere_and_anchors_are_unique(name, request):
    made = request.getfixturevalue(name)
    assert targets(made) <= set(anchors(made))
    assert len(anchors(made)) == len(set(anchors(made)))


def test_a_source_that_is_not_in_the_dossier_is_shown_without_a_link():
    dossier = invented_dossier.dossier()
    facts = (replace(dossier.facts[0], sources=("i99",)),)
    document = advise(replace(dossier, facts=facts), invented_outcome.assessment(), invented.catalogue())
    assert "[i99]" in all_text(document.blocks)
    assert "info-i99" not in targets(document)


def test_a_suspicion_is_called_one_and_nobody_is_declared_guilty(document, empty):
    assert "Vermoeden: witwassen" in all_text(sections(document)[7])
    for made in (document, empty):
        assert not GUILT.search(all_text(made.blocks))


def test_the_fixed_sentences_declare_nobody_guilty():
    for sentence in invented.sentences().values():
        assert not GUILT.search(sentence.text) or "vermoed" in sentence.text


def test_it_is_never_called_an_advice_of_the_bureau(document):
    text = all_text(document.blocks)
    assert "Het is geen advies van het Landelijk Bureau Bibob" in text
    assert "advies van het bureau" not in text.lower().replace("geen advies van het bureau", "")


def test_rule_and_judgement_carry_their_own_tone(document):
    paragraphs = [one for one in document.blocks if isinstance(one, Paragraph)]
    judged = [all_text([one]) for one in paragraphs if one.tone is Tone.JUDGEMENT]
    ruled = [all_text([one]) for one in paragraphs if one.tone is Tone.RULE]
    assert "Oordeel van de behandelaar: ernstig gevaar. Redenen voor a, letterlijk." in judged
    assert any(text.startswith("Aanwijzing: ernstig gevaar (regel a-rij-1)") for text in ruled)
    assert not any("letterlijk." in text for text in ruled)


def test_a_deviation_is_told_with_its_reason_and_only_there(document):
    text = all_text(sections(document)[9])
    assert text.count("De conclusie wijkt af van de aanwijzing.") == 1
    assert "Reden om af te wijken: Reden om af te wijken." in text


def test_what_speaks_for_the_subject_has_its_own_table(document):
    table = _table(document, 7, "Wat voor betrokkene spreekt")
    assert [row[0].text for row in table.rows] == ["f8", "IDA-01"]


def test_open_points_are_open_points(document):
    text = all_text(sections(document)[7])
    assert "Waar het geld vandaan komt" in text
    assert "Nog 1 vraag van de vragenlijst is niet beantwoord, per thema: A 1." in text


def test_the_financing_reconciles_to_the_cent(document):
    amounts = [row[1].text for row in _table(document, 7, "§ Aansluiting op de cent").rows]
    assert amounts == ["245.000,00", "230.000,00", "15.000,00", "22.400,00", "222.600,00"]
    assert _table(document, 7, "Herkomst").totals == 1
    assert "aangetoond ÷ nodig. aangetoond 22.400,00; nodig 245.000,00" in all_text(
        [_table(document, 7, "Zo berekend")]
    )


def test_each_picture_has_words_and_a_table_beside_it(document):
    pictures = [one for one in document.blocks if isinstance(one, BarPicture | GraphPicture)]
    assert len(pictures) == 2
    assert all(one.alt for one in pictures)
    assert _table(document, 4, "Waarom opgenomen")
    assert _table(document, 7, "Aangetoond €")


def test_not_known_is_said_and_none_is_said(document):
    measures = all_text(sections(document)[11])
    assert "geen" in measures
    hearing = next(one for one in sections(document)[8] if isinstance(one, Pairs))
    assert dict(hearing.rows)["Ontvangen"] == "niet bekend"
    assert all(text.strip() for _, text in hearing.rows)


def test_permits_with_the_same_weighing_are_told_together():
    dossier = invented_dossier.dossier()
    first, second = dossier.conclusion.measure
    alike = replace(dossier.conclusion, measure=(first, replace(first, permit=second.permit)))
    document = advise(replace(dossier, conclusion=alike), invented_outcome.assessment(), invented.catalogue())
    names = [one.text for one in sections(document)[11] if isinstance(one, Heading) and one.level == 3]
    assert names == ["Alcoholvergunning en exploitatievergunning"]


def test_the_proof_stands_at_the_end(document):
    pairs = [one for one in sections(document)[13] if isinstance(one, Pairs)]
    proof = dict(pairs[-1].rows)
    assert proof["Kenmerk"] == "sha256:" + "a" * 64
    assert proof["Catalogus"] == "1 jan 2026, sha256:" + "c" * 64
    assert proof["Programma"] == "Toetssteen 0.1.0, beoordeeld per 15 apr 2026"


def test_an_attachment_is_passed_on_and_named():
    attached = (Attachment("dossier.json", "application/json", b"{}", "Het dossier"),)
    document = advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue(), attached)
    assert document.attachments == attached
    assert "dossier.json" in all_text(sections(document)[13])


def test_names_and_version_come_from_the_issue():
    issue = Issue(number="3", drafted_by="A. Behandelaar", recipient="de raad")
    document = advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue(), issue=issue)
    cover = dict(next(one for one in sections(document)[1] if isinstance(one, Pairs)).rows)
    assert (cover["Opgesteld door"], cover["Bestemd voor"], cover["Status en datum"]) == (
        "A. Behandelaar",
        "de raad",
        "versie 3, concept, 15 apr 2026",
    )
    assert document.version == "versie 3, concept"


def test_a_final_version_is_refused_while_a_check_blocks():
    final = Issue(Standing.FINAL)
    with pytest.raises(ValueError, match="holds"):
        advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue(), issue=final)
    free = replace(invented_outcome.assessment(), checks=())
    assert "definitief" in advise(invented_dossier.dossier(), free, invented.catalogue(), issue=final).version


def test_the_classification_is_the_highest_that_is_told(document, empty):
    assert document.classification == "<secret>, interne variant"
    assert empty.classification == "<confidential>, interne variant"


def test_the_same_input_gives_the_same_document(document):
    assert document == advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue())


def test_the_light_route_without_facts_is_told_briefly():
    dossier = invented_dossier.dossier()
    light = replace(dossier, application=replace(dossier.application, route=Route.LIGHT), facts=())
    document = advise(light, replace(invented_outcome.assessment(), facts=()), invented.catalogue())
    assert _headings(document) == [f"{number}. {title}" for number, title in enumerate(SECTIONS, 1)]
    judged = _table(document, 9, "Oordeel van de behandelaar")
    assert [row[2].text for row in judged.rows] == [
        "Ernstig gevaar. Redenen voor a, letterlijk.",
        "Geen gevaar. Redenen voor b, letterlijk.",
        "Niet ingeroepen. Redenen voor lid 6.",
    ]
    assert "[i1]" in all_text([_table(document, 7, "Wat voor betrokkene spreekt")])
    assert targets(document) <= set(anchors(document))


def test_facts_that_rest_on_closed_information_alone_are_flagged():
    dossier = invented_dossier.dossier()
    alone = (replace(dossier.facts[0], sources=("i7",)), dossier.facts[1])
    document = advise(replace(dossier, facts=alone), invented_outcome.assessment(), invented.catalogue())
    warned = [one for one in sections(document)[7] if isinstance(one, Paragraph) and one.tone is Tone.WARNING]
    assert [all_text([one]).startswith("Alleen op gesloten informatie rusten: f7.") for one in warned] == [True]
    both = advise(dossier, invented_outcome.assessment(), invented.catalogue())
    assert "Alleen op gesloten informatie" not in all_text(sections(both)[7])
