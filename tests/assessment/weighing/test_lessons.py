# SPDX-License-Identifier: EUPL-1.2
"""C01 to C18: where authorities lose; one change to a dossier without a fault, and what is raised then."""

import pytest

from .cases import CLEAN, Change, drop, keys, put
from .changes import (
    A_SERIOUS,
    ADVISED_NONE,
    EXISTING,
    FORM,
    NO_FACTS,
    PARTNER,
    WEAK,
    WITH_CONDITIONS,
    as_suspicion,
    benefit,
    ended,
    event,
    loan,
)

THIRD = [
    put("facts.+", {**CLEAN["facts"][1], "id": "f3"}),
    put("hearings.0.about", ["draft", "f1", "f2", "f3", "b1"]),
]
FIRST_ADVICE = put(
    "bureau_advices.+",
    {"id": "b0", "issued_on": "2025-11-03", "for_file": "this", "degree": {"a": "none", "b": "lesser"}},
)
LESSER = [put("conclusion.b.degree", "lesser"), put("conclusion.deviation_reason", "Nieuwe leiding.")]
GUILTY = "De bestuurder is een crimineel."
PAR_6 = [put("conclusion.c.invoked", "yes"), put("facts.0.to_obtain", FORM)]


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("C01-no-facts", [NO_FACTS]),
        ("C01-no-tie", [put("facts.0.links", []), put("facts.1.links", [])]),
        ("C01-open", [put("facts.1.links", [])]),
        (
            "C01-permit",
            [
                put("application.permit_types", ["EXP", "ALC"]),
                put("conclusion.measure.+", {"permit": "ALC", "decision": "refuse"}),
            ],
        ),
        (
            "C01-permit",
            [
                put("application.permit_types", ["EXP", "ALC"]),
                put("conclusion.measure.+", {"permit": "ALC", "decision": "grant-with-conditions"}),
            ],
        ),
        (
            "C02-old",
            [
                drop("conclusion.age_of_facts"),
                put("facts.0.committed", "2019-01"),
                put("facts.1.committed", "2019-01"),
            ],
        ),
        (
            "C02-short",
            [
                drop("conclusion.age_of_facts"),
                put("facts.0.committed", "2023-01"),
                put("facts.1.committed", "2023-01"),
            ],
        ),
        (
            "C02-undated",
            [drop("conclusion.age_of_facts"), drop("facts.0.committed"), drop("facts.1.committed")],
        ),
        ("C03-texts", [drop("conclusion.measure.0.interests")]),
        ("C03-texts", [put("conclusion.measure.0.fits_degree", " … ")]),
        ("C03-conditions", [*WITH_CONDITIONS, drop("conclusion.measure.0.interests")]),
        ("C04-not-considered", [put("conclusion.measure.0.conditions_considered", None)]),
        (
            "C04-agreement",
            [put("application.instrument", "property"), drop("conclusion.measure.0.conditions_considered")],
        ),
        ("C04-refused-form", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01"),
                              drop("conclusion.measure.0.conditions_considered")]),
        ("C04-not-considered", [*EXISTING, event("form-refused", "2026-04-01"),
                                drop("conclusion.measure.0.conditions_considered")]),
        ("C03-texts", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01"),
                       drop("conclusion.measure.0.interests")]),
        ("C04-none", [put("conclusion.measure.0.decision", "grant-with-conditions")]),
        ("C04-limits", [*WITH_CONDITIONS, put("conclusion.measure.0.conditions.0.limits", None)]),
        ("C04-other-danger", [*WITH_CONDITIONS, put("conclusion.measure.0.conditions.0.limits", "a")]),
        ("C04-test", [*WITH_CONDITIONS, drop("conclusion.measure.0.conditions.0.test")]),
        ("C05-nothing", [put("bureau_advices.0.verified", [])]),
        ("C05-nothing", [put("bureau_advices.0.verified", []), drop("bureau_advices.0.degree")]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no")]),
        ("C05-fact", [drop("bureau_advices.0.verified.0.seen_source")]),
        ("C05-fact-beside", [FIRST_ADVICE, *THIRD]),
        ("C05-fact-beside", [put("bureau_advices.0.verified.0.follows", "no"), *THIRD]),
        ("C05-fact-beside", [put("bureau_advices.0.verified.0.follows", "no"), *LESSER]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no"), put("facts.0.offence_plausible", "no"),
                      put("facts.1.offence_plausible", "no")]),
        ("C05-fact", [as_suspicion, put("bureau_advices.0.verified.0.follows", "no")]),
        ("C05-fact", [*PAR_6, put("bureau_advices.0.verified.0.follows", "no"), put("conclusion.b.degree", "none")]),
        ("C05-fact", [drop("bureau_advices.0.verified.1"), put("information.1.basis", "bibob-9")]),
        ("C06-weak", WEAK),
        ("C06-weak-beside", [put("facts.1.sources", ["i3"])]),
        (
            "C06-single",
            [drop("facts.1"), drop("bureau_advices.0.verified.1"), put("information.1.content_grade", "4"),
             put("hearings.0.about", ["draft", "f1", "b1"]), put("hearings.1.about", ["f1"])],
        ),
        ("C06-thin", [as_suspicion, put("information.1.source_kind", "statement")]),
        ("C06-slight", [as_suspicion, *(put(f"facts.{one}.suspicion", "slight") for one in (0, 1))]),
        (
            "C06-moderate",
            [as_suspicion, *(put(f"facts.{one}.suspicion", "moderate") for one in (0, 1)),
             *(put(f"facts.{one}.links", []) for one in (0, 1))],
        ),
        ("C06-not-rated", [as_suspicion, *(drop(f"facts.{one}.suspicion") for one in (0, 1))]),
        ("C06-degree", [as_suspicion]),
        ("C07-ended", [ended("2025-01-01")]),
        ("C07-ended-beside", [ended("2025-01-01"), put("conclusion.b.degree", "lesser")]),
        ("C07-ended-after", [ended("2026-04-01")]),
        ("C07-not-shown", [put("relations", [])]),
        ("C07-not-shown-beside", [put("facts.1.actor", "p3")]),
        ("C08-carries", [as_suspicion, drop("facts.1"), put("facts.0.status", "dismissed")]),
        ("C08-why", [put("facts.+", {"id": "f3", "status": "dismissed", "suspicion": "serious", "actor": "p2",
                                     "offence": "wav-2", "offence_plausible": "yes", "sources": ["i2"],
                                     "committed": "2024", "benefit": None, "capacity": "own",
                                     "links": [{"permit": "EXP", "link": "same"}]})]),
        ("C08-cleared", [put("facts.0.status", "acquitted"), put("facts.1.status", "discharged")]),
        ("C08-cleared-beside", [put("facts.0.status", "acquitted")]),
        ("C08-cleared-beside", [put("facts.0.status", "acquitted"), put("facts.0.links.0.link", "none"),
                                put("facts.1.links", [])]),
        ("C08-cleared", [*A_SERIOUS, put("facts.0.status", "acquitted"), benefit()]),
        ("C08-cleared-beside", [*A_SERIOUS, put("facts.0.status", "acquitted")]),
        (
            "C08-cleared-obtain",
            [put("facts.0.status", "acquitted"), put("facts.0.suspicion", "serious"), put("facts.0.to_obtain", FORM),
             put("conclusion.c.invoked", "yes")],
        ),
        ("C09-no-fact", [put("conclusion.c.invoked", "yes")]),
        ("C09-elements", [put("conclusion.c.invoked", "yes"), put("facts.0.to_obtain", {**FORM, "intent": None})]),
        ("C09-undecided", [drop("conclusion.c"), put("facts.0.to_obtain", FORM)]),
        ("C09-left", [put("facts.0.to_obtain", FORM)]),
        ("C09-proportionate", [*PAR_6, drop("conclusion.measure.0.fits_seriousness")]),
        ("C10-old", [put("bureau_advices.0.issued_on", "2024-05-01")]),
        ("C10-ageing", [put("bureau_advices.0.issued_on", "2025-03-01")]),
        ("C10-other", [put("bureau_advices.0.for_file", "other")]),
        ("C10-undated", [drop("bureau_advices.0.issued_on")]),
        ("C10-since", [put("information.1.received_on", "2026-05-06")]),
        ("C11-advice", [put("bureau_advices.0.degree", {"a": "none", "b": "lesser"})]),
        ("C11-advice-lighter", [put("conclusion.b.degree", "lesser")]),
        ("C11-indication", [as_suspicion, put("bureau_advices.0.degree", {"a": "none", "b": "lesser"})]),
        ("C11-open", [drop("answers.0"), put("relations.+", PARTNER), drop("bureau_advices.0.degree"),
                      put("information.0.partner", "kvk"), put("facts.0.benefit", {"method": "nog te berekenen"})]),
        ("C11-comparable", [drop("conclusion.measure.0.comparable_cases")]),
        ("C12-no-subject", [put("subject", [])]),
        ("C12-not-tied", [put("relations", [])]),
        ("C12-not-heard", [put("subject", ["p1", "p3"])]),
        (
            "C12-not-addressed",
            [put("subject", ["p1", "p3"]), event("decision-notified", "2026-05-30", party="p1")],
        ),
        ("C13-fact", [as_suspicion, put("facts.0.description", "Hij heeft drugs verhandeld.")]),
        ("C13-conclusion", [as_suspicion, put("conclusion.b.reasons", "De bestuurder is een crimineel.")]),
        ("C13-fact", [put("facts.0.status", "acquitted"), put("facts.0.description", GUILTY)]),
        ("C13-fact", [put("facts.0.status", "dismissed"), put("facts.0.why_still", GUILTY)]),
        ("C13-fact", [as_suspicion, put("facts.0.links.0.reason", GUILTY)]),
        ("C13-fact", [as_suspicion, benefit(money_path=GUILTY)]),
        ("C13-fact", [as_suspicion, put("facts.0.to_obtain", {**FORM, "intent": GUILTY})]),
        ("C13-conclusion", [put("facts.0.status", "acquitted"), put("conclusion.b.reasons", GUILTY)]),
        ("C13-conclusion", [NO_FACTS, put("conclusion.b.reasons", GUILTY)]),
        ("C13-conclusion", [as_suspicion, put("hearings.0.response", GUILTY)]),
        ("C13-conclusion", [as_suspicion, put("conclusion.regular_grounds.outcome", GUILTY)]),
        ("C13-conclusion", [as_suspicion, *WITH_CONDITIONS, put("conclusion.measure.0.conditions.0.reason", GUILTY)]),
        ("C13-conclusion", [as_suspicion, put("conclusion.check_answers", [{"check": "C05", "text": GUILTY}])]),
        ("C14-incomplete", [*EXISTING, NO_FACTS]),
        ("C14-refused", [NO_FACTS]),
        ("C14-refused", [event("form-refused", "2026-04-01"), put("facts.0.links", []), put("facts.1.links", [])]),
        ("C14-choose", [event("supplement-invited", "2026-04-01", due="2026-04-14")]),
        ("C14-choose", [event("bureau-asked-data", "2026-04-01")]),
        ("C14-choose", [put("documents", [{"id": "d1", "complete": False}])]),
        ("C14-existing", [*EXISTING, put("conclusion.measure.0.decision", "leave-untreated")]),
        ("C14-untreated", [put("conclusion.measure.0.decision", "leave-untreated")]),
        ("C15-objection", [event("objection-received", "2026-05-31"), drop("conclusion.law_checked_on")]),
        ("C15-objection", [event("objection-received", "2026-05-31")]),
        ("C16-fact", [put("hearings.0.about", ["draft", "f1", "b1"]), put("facts.1.status_on", "2026-05-20")]),
        ("C16-fact", [put("hearings.0.about", ["f1", "b1"])]),
        ("C16-not-named", [put("hearings.0.about", ["draft", "f1", "b1"])]),
        ("C16-source", [put("information.1.received_on", "2026-05-20")]),
        ("C16-advice", [put("hearings.0.about", ["draft", "f1", "f2"])]),
        ("C17-no-facts", [*A_SERIOUS, NO_FACTS]),
        ("C17-no-tie", A_SERIOUS),
        ("C17-no-path", [*A_SERIOUS, benefit(money_path=None)]),
        ("C17-no-path-lesser", [*A_SERIOUS, put("conclusion.a.degree", "lesser"), benefit(money_path=None)]),
        ("C17-no-room", [*A_SERIOUS, benefit(), loan(evidence="E4")]),
        ("C18-plausible", [as_suspicion, drop("facts.0.offence_plausible"), drop("facts.1.offence_plausible")]),
        ("C18-plausible-beside", [as_suspicion, drop("facts.0.offence_plausible")]),
        ("C18-not-plausible", [put("facts.0.offence_plausible", "no"), put("facts.1.offence_plausible", "no")]),
        (
            "C18-inferred",
            [as_suspicion, *WEAK, *(put(f"facts.{one}.offence", "awr-69") for one in (0, 1)),
             *(put(f"facts.{one}.status", "none") for one in (0, 1))],
        ),
        (
            "C18-inferred-beside",
            [as_suspicion, put("facts.1.status", "none"), put("facts.1.offence", "sr-420bis"),
             put("facts.1.sources", ["i1"])],
        ),
    ],
)  # fmt: skip
def test_raised(key: str, changes: list[Change]) -> None:
    assert key in keys(*changes)


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("C01-no-facts", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01")]),
        ("C08-cleared", [put("facts.0.status", "acquitted"), put("facts.0.links.0.link", "none"),
                         put("facts.1.links", [])]),
        ("C03-texts", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01"),
                       drop("conclusion.measure.0.fits_seriousness")]),
        ("C04-not-considered", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01"),
                                drop("conclusion.measure.0.conditions_considered")]),
        ("C01-permit", [put("application.permit_types", ["EXP", "ALC"]), put("conclusion.a.degree", "lesser"),
                        put("conclusion.measure.+", {"permit": "ALC", "decision": "grant-with-conditions"})]),
        ("C01-permit", [put("application.permit_types", ["EXP", "ALC"]), put("conclusion.measure.+",
                        {"permit": "ALC", "decision": "grant"})]),
        ("C03-texts", [put("conclusion.measure.0.decision", "ask-bureau"), drop("conclusion.measure.0.interests")]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no"), put("conclusion.b.degree", "none")]),
        ("C10-ageing", [put("bureau_advices.0.issued_on", "2025-06-01")]),
        ("C11-advice", [put("conclusion.b.degree", "lesser"), put("conclusion.deviation_reason", "Nieuwe leiding.")]),
        ("C13-conclusion", [put("conclusion.b.reasons", "Hij heeft drugs verhandeld.")]),
        ("C13-fact", [as_suspicion, put("facts.0.description", "Hij zou drugs hebben verhandeld.")]),
        ("C13-fact", [put("facts.0.description", GUILTY)]),
        ("C13-fact", [as_suspicion, put("facts.0.to_obtain", {**FORM, "answer": GUILTY})]),
        ("C13-conclusion", [as_suspicion, put("hearings.0.statement", GUILTY)]),
        ("C13-conclusion", [as_suspicion, put("information.1.content", GUILTY)]),
        ("C15-objection", [event("objection-received", "2026-05-29")]),
        ("C16-source", [put("information.1.received_on", "2026-05-20"), put("information.1.basis", "bibob-7a")]),
        ("C01-no-facts", [put("facts.0.status", "acquitted"), put("facts.1.status", "acquitted")]),
        ("C01-no-facts", [NO_FACTS, event("supplement-invited", "2026-04-01", due="2026-04-14")]),
        ("C02-short", [drop("conclusion.age_of_facts"), put("facts.0.committed", "2025-01")]),
        ("C04-not-considered", [put("application.instrument", "contract"),
                                drop("conclusion.measure.0.conditions_considered")]),
        ("C05-nothing", [FIRST_ADVICE]),
        ("C05-nothing", [FIRST_ADVICE, *THIRD]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no"), *THIRD]),
        ("C06-thin", [put("information.1.source_kind", "statement")]),
        ("C09-proportionate", PAR_6),
        ("C14-choose", [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-09")]),
        ("C14-choose", [event("bureau-asked-data", "2026-04-01"), *EXISTING]),
        ("C14-refused", [put("facts.0.status", "acquitted"), put("facts.1.status", "acquitted")]),
        ("C18-inferred", [as_suspicion, *(put(f"facts.{one}.offence", "sr-420bis") for one in (0, 1)),
                          *(put(f"facts.{one}.status", "none") for one in (0, 1)),
                          put("information.1.source_kind", "report")]),
        ("C10-old", [put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]),
        ("C05-nothing", [put("bureau_advices.0.verified", []), ADVISED_NONE]),
        ("C13-conclusion", [as_suspicion, put("conclusion.c", None)]),
    ],
)  # fmt: skip
def test_not_raised(key: str, changes: list[Change]) -> None:
    assert key not in keys(*changes)


def test_par_6_alone_asks_no_degree_and_no_conditions() -> None:
    only_par_6 = [
        put("conclusion.b.degree", "none"),
        put("conclusion.c.invoked", "yes"),
        put("facts.0.to_obtain", FORM),
        drop("conclusion.measure.0.fits_degree"),
        drop("conclusion.measure.0.conditions_considered"),
    ]
    assert not {"C03-texts", "C04-not-considered"} & keys(*only_par_6)
    assert "C03-texts" in keys(*only_par_6, drop("conclusion.measure.0.fits_seriousness"))


def test_a_lesser_degree_beside_par_6_leaves_the_refusal_to_par_6() -> None:
    """Art. 3 par. 1 and 7: a lesser degree never carries a refusal, so that no condition has to be weighed for it."""
    beside = [
        *LESSER,
        *PAR_6,
        drop("conclusion.measure.0.fits_degree"),
        drop("conclusion.measure.0.conditions_considered"),
    ]
    assert not {"C03-texts", "C04-not-considered"} & keys(*beside)
    assert {"C03-texts", "C04-not-considered"} <= keys(*beside, put("conclusion.b.degree", "serious"))
