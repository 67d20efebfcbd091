# SPDX-License-Identifier: EUPL-1.2
"""What an officer and a lawyer read: whole sentences, no verdict on a person, no text twice."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from assessment.catalogue.partner import Onward, PersonCategory
from assessment.dossier.information import Purpose
from tests.assessment.catalogue.shipped import catalogue

QUESTIONS = catalogue().questions

# Words that judge a person, cheer, or score.
FORBIDDEN = re.compile(
    r"succesvol|\bdaders?\b|\bcrimine(el|len)\b(?! organisatie)|\bboef|\bstroman|\bzwendel|\bfraudeurs?\b"
    r"|\bschuldig|heeft gepleegd|\brisicopersoon|\bscore\b|\bnationaliteit\b(?! of herkomst weegt)|!",
    re.IGNORECASE,
)
SENTENCES = ("why", "help", "innocent", "finding")


def _of_questions() -> Iterator[tuple[str, str]]:
    for one in QUESTIONS.values():
        for key in ("text", *SENTENCES, "legal_basis"):
            yield f"{one.id} {key}", getattr(one, key)
        for number, text in enumerate(one.evidence):
            yield f"{one.id} evidence {number}", text


def _of_words() -> Iterator[tuple[str, str]]:
    for kind in ("words", "explanations"):
        for name, words in getattr(catalogue(), kind).items():
            for code, text in words.items():
                yield f"{kind} {name} {code}", text


def _of_others() -> Iterator[tuple[str, str]]:
    yield from ((f"{one.code} intro", one.intro) for one in catalogue().themes)
    yield from ((f"{one.code} handling", one.handling) for one in catalogue().bases.values())
    yield from ((f"{one.code} handling onward", one.onward_rule) for one in catalogue().bases.values())
    yield from ((f"{one.code} restriction", one.restriction) for one in catalogue().partners.values())
    yield from ((f"{one.code} name", one.name) for one in catalogue().offences.values())


TEXTS = dict((*_of_questions(), *_of_words(), *_of_others()))


def test_no_text_judges_a_person() -> None:
    assert {name: text for name, text in TEXTS.items() if FORBIDDEN.search(text)} == {}


def test_a_question_ends_with_a_question_mark() -> None:
    assert [one.id for one in QUESTIONS.values() if not one.text.endswith("?") or one.text.count("?") != 1] == []


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_begins_and_ends_as_one(key: str) -> None:
    texts = {one.id: getattr(one, key) for one in QUESTIONS.values()}
    assert {id_: text for id_, text in texts.items() if not text.endswith(".") or not text[0].isupper()} == {}


def test_explanations_intros_and_rules_of_handling_are_sentences() -> None:
    kinds = ("explanations", "intro", "handling", "restriction")
    told = {name: text for name, text in TEXTS.items() if any(kind in name for kind in kinds)}
    assert {name: text for name, text in told.items() if not text.endswith((".", "?")) or not text[0].isupper()} == {}


@pytest.mark.parametrize("key", ["text", "finding"])
def test_no_two_questions_say_the_same(key: str) -> None:
    counted = Counter(getattr(one, key).casefold() for one in QUESTIONS.values())
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_sentence_is_too_long_to_read_at_once() -> None:
    read = {name: text for name, text in TEXTS.items() if name.split()[-1] in (*SENTENCES, "text")}
    long = {
        name: one for name, text in read.items() for one in re.split(r"(?<=[.?:;])\s", text) if len(one.split()) > 25
    }
    assert long == {}


def test_typing_is_clean() -> None:
    odd = re.compile(r"  | [,.;?]|\.\.|,,|\bde de\b|\bhet het\b|\been een\b|\bvan van\b|\bis is\b")
    assert {name: text for name, text in TEXTS.items() if odd.search(text)} == {}


def test_a_question_about_ourselves_says_so() -> None:
    said = re.compile(r"eigen werk|telt nooit tegen|te laat zijn is geen aanwijzing|hulp", re.IGNORECASE)
    ours = [one for one in QUESTIONS.values() if one.kind.value in ("process", "care")]
    assert [one.id for one in ours if not said.search(f"{one.why} {one.innocent} {one.finding}")] == []


def test_area_questions_say_that_they_prove_nothing() -> None:
    area = [one for one in QUESTIONS.values() if one.theme == "J" and one.kind.value in ("trigger", "context")]
    told = {one.id: f"{one.why} {one.finding}" for one in area}
    said = re.compile(r"zegt niets over deze|nooit over een persoon|nooit bewijs|alleen achtergrond")
    assert [id_ for id_, text in told.items() if not said.search(text)] == []


def test_every_question_rests_on_an_article_or_on_own_rules() -> None:
    article = re.compile(r"art\. ?\d|Regeling|Wet |de eigen |het eigen |zorgplicht")
    assert [one.id for one in QUESTIONS.values() if not article.search(one.legal_basis)] == []


def test_what_was_never_published_is_told_as_practice() -> None:
    assert catalogue().sources["FM"].title == "Praktijk, niet gepubliceerd"
    assert catalogue().sources["FM"].address == ""


SIX = ("subject", "manager", "controller", "financier", "named-on-permit", "equated", "subcontractor")


@pytest.mark.parametrize(
    ("basis", "persons"),
    [
        ("bpg-4-3-1-l", ("subject", "director-of-subject", "subcontractor")),
        *((code, SIX) for code in ("bjsg-15", "bibob-7c", "bibob-11a", "bibob-28-2-m")),
        *((code, ("anyone",)) for code in ("bibob-7a", "bibob-7b", "own-task", "bibob-9", "wjsg-39f", "wgs")),
    ],
)
def test_a_closed_source_is_open_about_these_persons_only(basis: str, persons: tuple[str, ...]) -> None:
    """The matrix of law.md 1.7."""
    assert catalogue().bases[basis].persons == tuple(PersonCategory(one) for one in persons)


def test_every_basis_serves_the_investigation() -> None:
    assert [one.code for one in catalogue().bases.values() if Purpose.BIBOB not in one.purposes] == []


def test_a_tip_is_never_passed_on_and_police_data_only_for_the_motivation() -> None:
    """law.md N10 and N19; Wet Bibob art. 26 and 28 par. 2."""
    onward = {one.code: one.onward for one in catalogue().bases.values()}
    assert [code for code, found in onward.items() if Onward.NEVER in found] == ["bibob-26"]
    assert onward["bpg-4-3-1-l"] == onward["wjsg-39f"] == (Onward.SUBJECT_MOTIVATION,)
    assert [code for code in ("bibob-11a", "bibob-28-2-m", "wgs") if Onward.OTHER_BODY in onward[code]] == []


def test_only_a_tip_does_not_carry() -> None:
    assert [one.code for one in catalogue().bases.values() if not one.carries] == ["bibob-26"]
