# SPDX-License-Identifier: EUPL-1.2
"""In which step a thing lives that a check, a duty, an open point or a link is about."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.deadline import Deadline
from assessment.dossier.dossier import Dossier
from assessment.outcome import Check, Duty
from assessment.steps import Step

_BY_NAME = {
    "reference": "application",
    "authority": "application",
    "assessed_on": "application",
    "events": "application",
    "subject": "parties",
    "relations": "parties",
    "financing": "financing",
    "supplement": "documents",
    "answers": "screening",
    "conclusion": "weighing",
    "measure": "weighing",
    "hearings": "advice",
    "reviews": "advice",
    "draft": "advice",
    "bureau_advices": "advice",
}


def step_of(place: str, dossier: Dossier, catalogue: Catalogue) -> str:
    """Name the step of an id (`f7`, `FIN-13`, `EXP`), of a part (`financing.need`) or of a step itself."""
    head = place.partition(".")[0].partition("[")[0].rpartition(":")[2]
    if head in set(Step):
        return head
    if head in catalogue.questions:
        return "screening"
    return _record_step(head, dossier) or _BY_NAME.get(head, "weighing")


def _record_step(id_: str, dossier: Dossier) -> str:
    """Find a record by its id."""
    homes = {
        "parties": (*dossier.parties, *dossier.relations),
        "facts": dossier.facts,
        "documents": dossier.documents,
        "information": dossier.information,
        "advice": (*dossier.hearings, *dossier.bureau_advices),
        "weighing": dossier.permits,
    }
    return next((step for step, records in homes.items() if any(one.id == id_ for one in records)), "")


_REMEDY = {
    "C02": "conclusion.age_of_facts", "C11": "conclusion.deviation_reason", "C15": "conclusion.law_checked_on",
    "L01": "reviews", "L02": "reviews", "L03": "hearings", "L04": "hearings", "L05": "hearings", "L08": "events",
    "L13": "conclusion.regular_grounds", "L16": "events", "L21": "events", "L23": "events", "L25": "events",
    "L26": "events", "L27": "events", "L28": "events", "L31": "hearings", "L33": "events",
    "L35": "events", "X51": "financing", "X54": "financing",
}  # fmt: skip
"""Where a check is mended when that is elsewhere than at what it is about."""
_ABOUT_NOTHING = {
    "C12": "parties", "L24": "events", "X02": "financing", "X03": "financing", "X07": "events", "X14": "events",
    "X15": "financing", "X18": "financing", "X48": "application", "X49": "events", "X52": "financing",
    "X53": "financing",
}  # fmt: skip
"""Where a check is mended that names no record."""


def place_of(check: Check) -> str:
    """Name the place where something can be done about a check."""
    about = check.about[0] if check.about else _ABOUT_NOTHING.get(check.id, "weighing")
    return _REMEDY.get(check.id, about)


_BY_NO_EVENT = {"D-33": "hearings", "D-28-3": "hearings", "D-4-1": "conclusion"}
"""Where a duty is fulfilled that no event fulfils."""


def place_of_duty(duty: Duty) -> str:
    """Name the place where a duty is fulfilled: `events.form-sent` is a new event of that kind."""
    return f"events.{duty.done_by[0]}" if duty.done_by else _BY_NO_EVENT.get(duty.id, "events")


def step_of_deadline(deadline: Deadline) -> str:
    """Name the step where an entry of the agenda is seen to: that of its duty, or where terms and events stand."""
    place = _BY_NO_EVENT.get(deadline.id, "") or ("hearings" if deadline.id == "hearing" else "events")
    return _BY_NAME.get(place, "weighing")
