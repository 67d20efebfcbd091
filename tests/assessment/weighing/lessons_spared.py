# SPDX-License-Identifier: EUPL-1.2
"""C01 to C18: the nearest thing to a fault that is none."""

from .cases import CLEAN, Change, drop, put
from .changes import ADVISED_NONE, EXISTING, FORM, NO_FACTS, as_suspicion, event
from .lessons import FIRST_ADVICE, GUILTY, PAR_6, REFUSED_BESIDE, THIRD

BOOKS = [as_suspicion, put("information.1.source_kind", "document"), put("information.1.basis", "own-task"),
         *(put(f"facts.{one}.status", "none") for one in (0, 1))]  # fmt: skip
SEEN = {**CLEAN["information"][1], "id": "i4", "basis": "own-task", "source_kind": "own-observation"}

NOT_RAISED: list[tuple[str, list[Change]]] = [
    ("C01-no-facts", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01")]),
    ("C01-no-facts", [*REFUSED_BESIDE, NO_FACTS, put("conclusion.measure.0.permit", "ALC"),
                      put("conclusion.measure.0.decision", "revoke")]),
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
    ("C18-books", [*BOOKS, put("facts.0.sources", ["i2", "i4"]), put("information.+", SEEN)]),
    ("C18-books", [*BOOKS, put("information.1.basis", "bjsg-15")]),
    ("C18-books", [*BOOKS, *(put(f"facts.{one}.status", "prosecuted") for one in (0, 1))]),
    ("C18-books", [*BOOKS, *(put(f"facts.{one}.offence", "wav-2") for one in (0, 1))]),
    ("C10-old", [put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]),
    ("C05-nothing", [put("bureau_advices.0.verified", []), ADVISED_NONE]),
    ("C13-conclusion", [as_suspicion, put("conclusion.c", None)]),
]  # fmt: skip
