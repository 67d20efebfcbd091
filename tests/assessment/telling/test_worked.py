# SPDX-License-Identifier: EUPL-1.2
"""The advice on the worked dossiers and the scenarios, with the shipped catalogue."""

import json

import pytest

from assessment.assess import assess
from assessment.catalogue.load import load_catalogue
from assessment.exchange import read_dossier
from assessment.known import known
from assessment.telling.advice import advise
from assessment.telling.block import Heading, Paragraph, Table
from assessment.telling.report import report
from resources.files import ROOT, example_names, read_catalogue, read_example
from tests.assessment.telling.reading_back import all_text, anchors, cells, sections, targets

SCENARIOS = sorted((ROOT.parent / "tests" / "scenarios").glob("*.json"))
DEGREES = ("geen gevaar", "mindere mate van gevaar", "ernstig gevaar", "niet vast te stellen")


@pytest.fixture(scope="module")
def catalogue():
    files = read_catalogue()
    return load_catalogue(files.content, files.date, files.checksum)


def _sources():
    yield from ((name, read_example(name)) for name in example_names())
    for file in SCENARIOS:
        yield file.stem, json.dumps(json.loads(file.read_bytes())["dossier"]).encode()


WORKED = dict(_sources())


@pytest.fixture(params=list(WORKED))
def told(request, catalogue):
    dossier = read_dossier(WORKED[request.param])
    assessment = assess(dossier, catalogue)
    return dossier, assessment, advise(dossier, assessment, catalogue)


def test_every_worked_dossier_is_told_whole(told):
    dossier, assessment, document = told
    assert list(sections(document))[-13:] == list(range(1, 14))
    assert targets(document) <= set(anchors(document))
    assert len(anchors(document)) == len(set(anchors(document)))
    listed = [cell.anchor for cell in cells(document.blocks) if cell.anchor.startswith("info-")]
    assert sorted(listed) == sorted(f"info-{one.id}" for one in dossier.information)
    assert assessment.receipt in all_text(sections(document)[13])


def test_degrees_are_told_in_the_words_of_the_law(told):
    _, _, document = told
    table = next(one for one in sections(document)[1] if isinstance(one, Table))
    assert all(row[1].text in DEGREES for row in table.rows[:2])


def test_reasons_stand_word_for_word(told):
    dossier, _, document = told
    conclusion = known(dossier.conclusion)
    if conclusion is None:
        pytest.skip("nothing was concluded in this dossier")
    text = all_text(document.blocks)
    reasons = [known(one.reasons) for one in (conclusion.a, conclusion.b, conclusion.c) if known(one)]
    assert all(one in text for one in reasons if one)
    assert all(one.text in text for one in conclusion.check_answers)


def test_content_of_closed_items_stands_in_the_closed_part_only(told):
    dossier, assessment, document = told
    blocks = sections(document)[6]
    cut = next(
        (place for place, one in enumerate(blocks) if isinstance(one, Heading) and "6.2" in one.text), len(blocks)
    )
    open_texts = [cell.text for cell in cells(blocks[:cut])]
    closed = {one.information for one in assessment.admissions if one.verdict.value == "closed-part"}
    contents = [known(one.content) for one in dossier.information if one.id in closed]
    assert all(one not in open_texts for one in contents if one)


def test_no_code_of_the_program_reaches_the_reader(told):
    _, _, document = told
    table_texts = [cell.text for cell in cells(document.blocks)]
    codes = {"c-leads", "points-to", "suspicion", "usable", "closed-part", "cash_share", "lender_capacity"}
    assert not codes & {word for text in table_texts for word in text.replace(";", " ").split()}


def test_it_can_be_read_in_a_terminal(told, catalogue):
    dossier, assessment, _ = told
    text = report(assessment, dossier, catalogue)
    assert dossier.reference in text
    assert assessment.receipt in text


def test_the_cafe_says_what_its_sums_are(catalogue):
    dossier = read_dossier(read_example("cafe-de-verzonnen-vink"))
    text = all_text(advise(dossier, assess(dossier, catalogue), catalogue).blocks)
    for sum_ in ("245.000,00", "230.000,00", "15.000,00", "22.400,00", "9,1\u00a0%", "90,9\u00a0%", "17,4\u00a0%"):
        assert sum_ in text
    assert "f7" in text


def test_the_bakery_is_told_shorter_than_the_cafe(catalogue):
    def length(name):
        dossier = read_dossier(read_example(name))
        blocks = advise(dossier, assess(dossier, catalogue), catalogue).blocks
        return sum(len(one) for one in all_text(blocks).splitlines()), sum(isinstance(one, Paragraph) for one in blocks)

    assert length("verzonnen-broodje")[0] * 2 < length("cafe-de-verzonnen-vink")[0]
