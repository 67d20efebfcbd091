# SPDX-License-Identifier: EUPL-1.2
"""Vectors counted by hand for what stands beside the decision term of law.md 3.3: other suspensions and procedures.

Each row: what it is about, the dossier, the term, and its raw, statutory and safe end with the days suspended.
"""

import pytest

from assessment.dossier.event import Event
from tests.assessment.terms.test_own_vectors import AWB, Row, assert_counted, counted, invited, supplemented
from tests.assessment.terms.test_terms import dossier, event


def between(kind: str, start: str, end: str) -> list[Event]:
    return [event(f"{kind}-from", start), event(f"{kind}-until", end)]


FOREIGN = [event("foreign-information-asked", "2026-10-12"), event("foreign-information-received", "2026-10-22")]
OBJECTED = [
    event("decision-made", "2026-11-20"), event("decision-notified", "2026-11-23"),
    event("objection-received", "2026-12-21"),
]  # fmt: skip
"""The term for objection ends on Monday 4 January 2027, that for the decision on it on Monday 15 February."""

VECTORS = [
    # Awb 4:15 par. 1 b: from the day after the notice, 13 to 21 October.
    ("foreign", *AWB, FOREIGN, "decision", "2026-12-09", "2026-12-09", "2026-12-09", 9),
    # Not for a permit for services (Dienstenwet 32 par. 2).
    ("foreign-services", "2026-10-05", "dienstenwet-8w", FOREIGN, "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # Awb 4:15 par. 2: from the first day up to the last, 12 to 21 October.
    ("delay", *AWB, between("attributable-delay", "2026-10-12", "2026-10-22"), "decision",
     "2026-12-10", "2026-12-10", "2026-12-10", 10),
    ("force-majeure", *AWB, between("force-majeure", "2026-10-12", "2026-10-22"), "decision",
     "2026-12-10", "2026-12-10", "2026-12-10", 10),
    # The stay of the Omgevingswet holds there and nowhere else.
    ("stay", "2026-10-05", "ow-regular", between("stay", "2026-10-12", "2026-10-22"), "decision",
     "2026-12-10", "2026-12-10", "2026-12-10", 10),
    ("stay-elsewhere", *AWB, between("stay", "2026-10-12", "2026-10-22"), "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # Three that overlap: 12 October up to 2 November is 21 days, each once.
    ("three-at-once", *AWB,
     [*between("attributable-delay", "2026-10-12", "2026-10-22"), *between("agreed-suspension", "2026-10-20",
      "2026-11-02"), *FOREIGN], "decision", "2026-12-21", "2026-12-21", "2026-12-21", 21),
    # Services: extended by four weeks, within the first term.
    ("services-extended", "2026-10-05", "dienstenwet-8w", [event("extension-notified", "2026-11-30", weeks=4)],
     "decision", "2026-12-28", "2026-12-28", "2026-12-28", 0),
    # The uniform procedure of the Omgevingswet: six months, and six weeks when told within eight weeks.
    ("ow-uniform", "2026-11-23", "ow-uniform", [event("extension-notified", "2027-01-18", weeks=10)], "decision",
     "2027-07-04", "2027-07-04", "2027-07-02", 0),
    ("ow-uniform-late", "2026-11-23", "ow-uniform", [event("extension-notified", "2027-01-19", weeks=6)], "decision",
     "2027-05-23", "2027-05-23", "2027-05-21", 0),
    # Awb 7:10 par. 2: asked to repair on 11 January, done on the 20th: 12 to 19 January.
    ("repair", *AWB, [*OBJECTED, invited("2027-01-11", "2027-01-25"), supplemented("2027-01-20")],
     "objection-decision", "2027-02-23", "2027-02-23", "2027-02-23", 8),
    # Before the term began nothing stands still: 5 to 7 January is left of it.
    ("repair-early", *AWB, [*OBJECTED, invited("2026-12-28", "2027-01-11"), supplemented("2027-01-08")],
     "objection-decision", "2027-02-18", "2027-02-18", "2027-02-18", 3),
    # Not repaired at all: until the term for it expired, 12 to 24 January.
    ("repair-expired", *AWB, [*OBJECTED, invited("2027-01-11", "2027-01-25")], "objection-decision",
     "2027-02-28", "2027-03-01", "2027-02-26", 13),
    # Awb 7:10 par. 4: two weeks longer with consent.
    ("longer-with-consent", *AWB, [*OBJECTED, *between("agreed-suspension", "2027-02-01", "2027-02-15")],
     "objection-decision", "2027-03-01", "2027-03-01", "2027-03-01", 14),
    # Adjourned and repaired: 42 and 8 days.
    ("adjourned-and-repaired", *AWB,
     [*OBJECTED, invited("2027-01-11", "2027-01-25"), supplemented("2027-01-20"),
      event("extension-notified", "2027-02-22", weeks=6)], "objection-decision",
     "2027-04-06", "2027-04-06", "2027-04-06", 8),
    # What is asked after the objection does not touch the decision that was made.
    ("not-the-decision", *AWB, [*OBJECTED, invited("2027-01-11", "2027-01-25")], "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # What begins after the decision suspends nothing.
    ("decided", *AWB, [event("decision-made", "2026-10-19"),
     *between("agreed-suspension", "2026-10-20", "2026-11-02")], "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # Alcoholwet 32: twelve weeks at most, never moved.
    ("suspended-permit", *AWB, [event("permit-suspended", "2026-11-23")], "permit-suspension",
     "2027-02-15", "2027-02-15", "2027-02-15", 0),
    ("suspended-to-christmas", *AWB, [event("permit-suspended", "2026-10-03")], "permit-suspension",
     "2026-12-26", "2026-12-26", "2026-12-24", 0),
    # Omgevingswet 5.37: four weeks before the passing, counted back and never moved.
    ("passing", *AWB, [event("transfer-intended", "2027-01-22")], "transfer-notice",
     "2026-12-25", "2026-12-25", "2026-12-24", 0),
]  # fmt: skip


@pytest.mark.parametrize("row", [pytest.param(row[1:], id=row[0]) for row in VECTORS])
def test_counted_by_hand(row: Row) -> None:
    assert_counted(row)


def test_an_invitation_to_repair_is_none_to_complete_the_application() -> None:
    case = dossier(*AWB, *OBJECTED, invited("2027-01-11", "2027-01-25"))
    assert counted(case, "supplement") is None
    assert counted(case, "leave-untreated") is None
