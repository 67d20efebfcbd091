# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own layer adds, switches off and sets policy; it never weakens what the law asks."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue, Own
from assessment.catalogue.layer import apply
from assessment.dossier.answer import JA, Answer
from assessment.dossier.application import Procedure, Trigger
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile
from assessment.exchange import codes_of, read_dossier
from assessment.outcome import Severity
from assessment.screening.applicability import applicable
from assessment.screening.walk import unused
from resources.files import example_names, read_example
from tests.assessment.catalogue.layers import Files, content, counting, own, setting
from tests.assessment.catalogue.shipped import catalogue

CAFE = read_dossier(read_example("cafe-de-verzonnen-vink"), codes_of(catalogue()))


def test_an_own_question_is_asked_and_is_marked_as_inside() -> None:
    question = own().questions["FIC-01"]
    assert question.own
    assert question in applicable(own(), CAFE)
    assert list(own().questions)[: len(catalogue().questions)] == list(catalogue().questions)
    assert [one.id for one in catalogue().questions.values() if one.own] == []
    assert own().sources["FIC-BELEID"].title == "Beleidsregel Bibob Fictenveen 2026"


def test_a_question_that_is_switched_off_is_not_asked_and_its_answer_is_kept() -> None:
    assert "GEB-08" not in {one.id for one in applicable(own(), CAFE)}
    assert [one.question for one in unused(own(), CAFE)] == ["GEB-08"]
    assert own().questions["GEB-08"].switched_off == "De gemeente houdt deze cijfers niet bij."
    assert "GEB-08" in codes_of(own()).at["answers[].question"]


def test_a_setting_is_changed_and_remembers_by_whom_and_from_what() -> None:
    setting = own().framework.settings["large_benefit"]
    assert (setting.value, setting.shipped, setting.changed_by) == (20000, 25000, "gemeente Fictenveen")
    assert own().framework.settings["recent_years"] == catalogue().framework.settings["recent_years"]
    assert "Ten minste drie feiten" in own().framework.rows["b-serious-1"].text
    assert "Ten minste twee feiten" in catalogue().framework.rows["b-serious-1"].text


def test_the_policy_says_which_permits_are_assessed() -> None:
    policy = own().policy
    assert policy.trigger("EXP", {}) is Trigger.ALWAYS
    assert policy.trigger("EVE", {}) is Trigger.SAMPLE
    assert policy.triage["EVE"].share == Decimal("0.1")
    assert policy.trigger("OBM", {"building-costs": Decimal(500_000)}) is Trigger.ALWAYS
    assert policy.trigger("OBM", {"building-costs": Decimal(499_999)}) is Trigger.INDICATION
    assert policy.trigger("OBM", {"subsidy": Decimal(900_000)}) is None
    assert policy.trigger("SUB", {}) is None
    assert catalogue().policy.trigger("EXP", {}) is None


def test_a_term_of_the_municipality_is_set_between_its_bounds() -> None:
    term = own().policy.terms["supplement"]
    assert (term.weeks, term.changed_by, term.source) == (3, "gemeente Fictenveen", "Beleidsregel artikel 5")
    assert own().policy.terms["hearing"] == catalogue().policy.terms["hearing"]


def test_the_catalogue_says_what_was_made_of_it() -> None:
    assert catalogue().own is None
    assert own().own == Own(
        "gemeente Fictenveen",
        "Beleidsregel Bibob Fictenveen 2026",
        ("FIC-01",),
        ("GEB-08",),
        ("large_benefit", "serious_facts"),
        ("supplement",),
    )


def test_the_checksum_covers_catalogue_and_layer() -> None:
    found = {
        own().checksum,
        catalogue().checksum,
        apply(catalogue(), Files(content(), "sha256:other")).checksum,
        apply(replace(catalogue(), checksum="sha256:other"), Files(content())).checksum,
    }
    assert len(found) == 4
    assert own().checksum == own().checksum
    assert own().date == catalogue().date


def test_a_header_alone_changes_nothing_but_the_checksum() -> None:
    bare = apply(catalogue(), Files({"gemeente.yaml": content()["gemeente.yaml"]}))
    assert bare.own == Own("gemeente Fictenveen", "Beleidsregel Bibob Fictenveen 2026", (), (), (), ())
    assert replace(bare, own=None, checksum=catalogue().checksum) == catalogue()


def test_every_legal_part_is_the_very_same() -> None:
    """Whatever a layer holds, these cannot differ."""
    for part in ("checks", "bases", "partners", "offences", "legal_forms", "permits", "inquiry", "duties"):
        assert getattr(own(), part) is getattr(catalogue(), part)
    assert own().terms == catalogue().terms
    for part in ("lengths", "suspensions", "notes", "days_off", "penalty"):
        assert getattr(counting().terms, part) is getattr(catalogue().terms, part)
    statutory = {code: one for code, one in counting().terms.procedures.items() if code is not Procedure.APV_8W_8W}
    assert statutory.items() < catalogue().terms.procedures.items()
    assert own().framework.reasons is catalogue().framework.reasons
    assert {id_: (one.ground, one.degree) for id_, one in own().framework.rows.items()} == {
        id_: (one.ground, one.degree) for id_, one in catalogue().framework.rows.items()
    }


WORKED = [read_dossier(read_example(name), codes_of(catalogue())) for name in example_names()]
ENDS = [
    (id_, end)
    for id_, one in catalogue().framework.settings.items()
    if one.bounds
    for end in (one.bounds.least, one.bounds.most)
]


def blocking(dossier: Dossier, known: Catalogue) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.id, one.about) for one in assess(dossier, known).checks if one.severity is Severity.BLOCK}


def test_a_layer_of_policy_only_adds_to_the_checks() -> None:
    data = content()
    data["weighing.yaml"] = {"settings": []}
    before, after = assess(CAFE, catalogue()), assess(CAFE, apply(catalogue(), Files(data)))
    assert set(before.checks) < set(after.checks)
    assert {one.basis for one in set(after.checks) - set(before.checks)} == {"Awb 4:84"}


@pytest.mark.parametrize(("id_", "end"), ENDS, ids=str)
def test_no_check_that_blocks_goes_away_at_the_ends_of_a_setting(id_: str, end: Decimal) -> None:
    data = content()
    setting(id_, str(end))(data)
    for dossier in WORKED:
        assert blocking(dossier, catalogue()) <= blocking(dossier, apply(catalogue(), Files(data)))


def test_no_check_goes_away_when_all_is_switched_off_that_can_be() -> None:
    data = content()
    data["weighing.yaml"] = {"settings": []}
    data["switched-off.yaml"] = {"questions": [{"id": id_, "reason": "Niet nodig."} for id_ in most_off()]}
    bare = apply(catalogue(), Files(data))
    assert len(bare.own.switched_off if bare.own else ()) > 100
    for dossier in WORKED:
        assert set(assess(dossier, catalogue()).checks) <= set(assess(dossier, bare).checks)


def most_off() -> set[str]:
    """Give the largest set of shipped questions that a layer may switch off together."""
    off = set(catalogue().questions)
    while refused := {where.split(" › ")[1] for where in refused_of(off) if where.startswith("switched-off.yaml")}:
        off -= refused
    return off


def refused_of(off: set[str]) -> set[str]:
    data = content()
    data["switched-off.yaml"] = {"questions": [{"id": id_, "reason": "Niet nodig."} for id_ in sorted(off)]}
    try:
        apply(catalogue(), Files(data))
    except FaultyFile as error:
        return {one.where for one in error.faults}
    return set()


def test_the_reasons_name_what_the_municipality_changed() -> None:
    changed, shipped = assess(CAFE, own()), assess(CAFE, catalogue())
    assert changed.a.reasons[1].text == (
        "Gemeente Fictenveen wijzigde het afwegingskader. Bedrag in euro vanaf waar een voordeel groot is: 20.000 "
        "in plaats van 25.000. Kleine ondernemingen zijn hier de regel."
    )
    assert changed.a.reasons[1].basis == "Afwegingskader, nr. 19; Beleidsregel Bibob Fictenveen 2026, artikel 7"
    assert "Aantal feiten" in changed.b.reasons[1].text
    told = [one.text for outcome in (shipped.a, shipped.b) for one in outcome.reasons]
    assert [one for one in told if "wijzigde" in one] == []


def test_an_own_answer_makes_a_finding_that_is_about_nobody() -> None:
    found = assess(CAFE.with_answer(Answer("FIC-01", JA)), own()).findings
    assert [(one.id, one.grounds) for one in found if one.id == "FIC-01"] == [("FIC-01", ("trigger",))]
