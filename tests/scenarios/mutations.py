# SPDX-License-Identifier: EUPL-1.2
"""One fault at a time, put into a dossier without faults. A mutation says whether it applies to the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date
from typing import Any

Raw = dict[str, Any]
Mutation = Callable[[Raw], bool]

NEGATIVE = {"refuse", "revoke"}
PRESS: Raw = {
    "id": "i99", "partner": "open-bron", "basis": "bibob-7b", "purpose": "bibob", "about": [],
    "received_on": "2025-01-06", "content": "Krantenbericht.", "source_kind": "press", "classification": "public",
    "visible_to_subject": "yes", "forward": "yes", "permission": None,
}  # fmt: skip


def conclusion(raw: Raw) -> Any:
    return raw["conclusion"]


def measures(raw: Raw, *decisions: str) -> list[Raw]:
    wanted = set(decisions) or NEGATIVE
    return [one for one in conclusion(raw)["measure"] if one["decision"] in wanted]


def degree(raw: Raw, ground: str) -> str:
    return str(conclusion(raw)[ground]["degree"])


def adverse(raw: Raw) -> bool:
    return bool({"serious", "lesser"} & {degree(raw, "a"), degree(raw, "b")})


def by_facts(raw: Raw) -> bool:
    """Whether facts carry an adverse degree: not where the law deems the danger serious."""
    return adverse(raw) and bool(raw["facts"])


def third_actors(raw: Raw) -> set[str]:
    return {one["actor"] for one in raw["facts"]} - set(raw["subject"])


def suspicions(raw: Raw) -> list[Raw]:
    return [one for one in raw["facts"] if one.get("suspicion")]


def each(rows: Iterable[Raw], **values: object) -> bool:
    """Set values on all rows; whether there was any."""
    found = list(rows)
    for one in found:
        one.update(deepcopy(values))
    return bool(found)


def without(rows: Iterable[Raw], *keys: str) -> bool:
    """Leave keys out of all rows; whether any row had one."""
    taken = [one.pop(key, None) for one in rows for key in keys]
    return any(one is not None for one in taken)


def earlier(day: str, years: int) -> str:
    return f"{int(day[:4]) - years}{day[4:]}"


def no_reasons_of_proportionality(raw: Raw) -> bool:
    return without(measures(raw), "interests", "fits_degree", "fits_seriousness")


def conditions_without_reasons(raw: Raw) -> bool:
    return without(measures(raw, "grant-with-conditions"), "interests", "fits_seriousness")


def conditions_not_considered(raw: Raw) -> bool:
    return adverse(raw) and each(measures(raw), conditions_considered="")


def conditions_left_out(raw: Raw) -> bool:
    return each(measures(raw, "grant-with-conditions"), conditions=[])


def refused_at_lesser(raw: Raw) -> bool:
    if not measures(raw) or conclusion(raw)["c"]["invoked"] == "yes" or not adverse(raw):
        return False
    parts = [conclusion(raw)[ground] for ground in "ab" if degree(raw, ground) == "serious"]
    return each(parts, degree="lesser")


def untreated_too_late(raw: Raw) -> bool:
    raw["assessed_on"] = "2026-06-01"
    return bool(measures(raw, "leave-untreated"))


def no_comparison(raw: Raw) -> bool:
    return without(measures(raw), "comparable_cases")


def no_measure(raw: Raw) -> bool:
    conclusion(raw)["measure"] = []
    return True


def old_facts_without_a_text(raw: Raw) -> bool:
    for one in raw["facts"]:
        one["committed"] = [earlier(day, 9) for day in one["committed"]]
    conclusion(raw)["age_of_facts"] = None
    return by_facts(raw)


def only_press(raw: Raw) -> bool:
    raw["information"].append(deepcopy(PRESS))
    return each(raw["facts"], sources=["i99"]) and adverse(raw)


def acquitted(raw: Raw) -> bool:
    return each(raw["facts"], status="acquitted") and adverse(raw)


def dismissed(raw: Raw) -> bool:
    return each(raw["facts"], status="dismissed", suspicion="serious") and adverse(raw)


def slight(raw: Raw) -> bool:
    return len(suspicions(raw)) == len(raw["facts"]) and each(raw["facts"], suspicion="slight") and adverse(raw)


def offence_not_made_plausible(raw: Raw) -> bool:
    return adverse(raw) and bool(suspicions(raw)) and without(suspicions(raw), "offence_plausible")


def no_links(raw: Raw) -> bool:
    return each(raw["facts"], links=[]) and degree(raw, "b") in {"serious", "lesser"}


def no_money_path(raw: Raw) -> bool:
    with_benefit = [one["benefit"] for one in raw["facts"] if one.get("benefit")]
    return degree(raw, "a") == "serious" and each(with_benefit, money_path=None)


def no_intent(raw: Raw) -> bool:
    forms = [one["to_obtain"] for one in raw["facts"] if one.get("to_obtain")]
    return conclusion(raw)["c"]["invoked"] == "yes" and each(forms, intent=None)


def new_fact_after_the_hearing(raw: Raw) -> bool:
    if not by_facts(raw) or not raw["hearings"] or not (measures(raw) or measures(raw, "grant-with-conditions")):
        return False
    fact, source = deepcopy(raw["facts"][0]), deepcopy(raw["information"][-1])
    source.update(id="i99", received_on=raw["assessed_on"])
    fact.update(id="f99", sources=["i99", *fact["sources"]], status_on=raw["assessed_on"])
    raw["facts"].append(fact)
    raw["information"].append(source)
    return True


def fact_in_the_future(raw: Raw) -> bool:
    return each(raw["facts"], committed=["2031-01-01", "2031-01-01"])


def ended_before_the_application(raw: Raw) -> bool:
    """Two years before; only where every fact is somebody else's and his relations are older than that."""
    actors = third_actors(raw)
    of_actors = [one for one in raw["relations"] if one["from"] in actors]
    day = earlier(_anchor(raw), 2)
    if {one["actor"] for one in raw["facts"]} - actors or any(one["since"] >= day for one in of_actors):
        return False
    through = {one.get("capacity") for one in raw["facts"]} & set(raw["subject"])
    return not through and not _lends(raw) and by_facts(raw) and each(of_actors, until=day)


def _anchor(raw: Raw) -> str:
    days = [one["on"] for one in raw["events"] if one["kind"] in {"application-received", "own-investigation-started"}]
    return min(days, default=str(date.max))


def _lends(raw: Raw) -> bool:
    """Whether an actor stands as lender in the financing: then money still ties him."""
    lenders = {one.get("lender") for one in raw.get("financing", {}).get("sources", ())}
    return bool(lenders & third_actors(raw))


def no_relations(raw: Raw) -> bool:
    own = {one["actor"] for one in raw["facts"]} | {one.get("capacity") for one in raw["facts"]}
    raw["relations"] = []
    return by_facts(raw) and not _lends(raw) and not own & set(raw["subject"])


def third_party_not_heard(raw: Raw) -> bool:
    before = len(raw["hearings"])
    raw["hearings"] = [one for one in raw["hearings"] if one["party"] not in third_actors(raw)]
    return len(raw["hearings"]) < before


def subject_not_heard(raw: Raw) -> bool:
    before = len(raw["hearings"])
    raw["hearings"] = [one for one in raw["hearings"] if one["party"] not in raw["subject"]]
    return len(raw["hearings"]) < before


def term_still_runs(raw: Raw) -> bool:
    return without(raw["hearings"], "received_on") and each(raw["hearings"], due="2027-01-04")


def no_word_on_secrecy(raw: Raw) -> bool:
    return each(raw["hearings"], secrecy_notice=False)


def view_not_answered(raw: Raw) -> bool:
    return without(raw["hearings"], "response")


def advice_not_put(raw: Raw) -> bool:
    advices = {one["id"] for one in raw["bureau_advices"]}
    for one in raw["hearings"]:
        one["about"] = [about for about in one["about"] if about not in advices]
    return bool(advices)


def nothing_verified(raw: Raw) -> bool:
    return each(raw["bureau_advices"], verified=[]) and by_facts(raw)


def source_not_seen(raw: Raw) -> bool:
    ticks = [tick for one in raw["bureau_advices"] for tick in one["verified"]]
    return each(ticks, seen_source="no") and by_facts(raw)


def old_advice(raw: Raw) -> bool:
    for one in raw["bureau_advices"]:
        one["issued_on"] = earlier(one["issued_on"], 3)
    return bool(raw["bureau_advices"]) and adverse(raw)


def heavier_than_the_advice(raw: Raw) -> bool:
    serious = "serious" in {degree(raw, "a"), degree(raw, "b")} and not conclusion(raw)["deviation_reason"]
    return serious and each(raw["bureau_advices"], degree={"a": "lesser", "b": "lesser"})


def form_refused_on_an_application(raw: Raw) -> bool:
    raw["events"].append({"kind": "form-refused", "on": raw["assessed_on"]})
    raw["facts"] = []
    each(raw["bureau_advices"], verified=[])
    for one in raw["hearings"]:
        one["about"] = [about for about in one["about"] if not about.startswith("f")]
    return not _has_existing(raw) and "serious" in {degree(raw, "a"), degree(raw, "b")}


def _has_existing(raw: Raw) -> bool:
    permits = [one for one in raw["application"]["permit_types"] if isinstance(one, dict)]
    return bool(raw["application"]["existing"]) or any(one["existing"] for one in permits)


def incomplete_taken_for_refusal(raw: Raw) -> bool:
    raw["events"] = [one for one in raw["events"] if one["kind"] != "form-refused"]
    raw["events"].append({"kind": "supplement-received", "on": raw["assessed_on"], "complete": False})
    return raw["application"]["existing"] is True and not raw["facts"] and adverse(raw)


def objection_and_no_look_at_the_law(raw: Raw) -> bool:
    raw["events"].append({"kind": "objection-received", "on": raw["assessed_on"]})
    return True


def guilt_declared(raw: Raw) -> bool:
    part = conclusion(raw)["b" if degree(raw, "b") == "serious" else "a"]
    part["reasons"] = "De ondernemer heeft deze feiten gepleegd."
    return bool(suspicions(raw))


def reasons_left_out(raw: Raw) -> bool:
    return without([conclusion(raw)["a"]], "reasons")


def degree_left_out(raw: Raw) -> bool:
    return without([conclusion(raw)["b"]], "degree")


def regular_grounds_left_out(raw: Raw) -> bool:
    return bool(measures(raw)) and without([conclusion(raw)], "regular_grounds")


def closed_without_permission(raw: Raw) -> bool:
    closed = [one for one in raw["information"] if one.get("permission")]
    return each(closed, permission=None)


def without_a_basis(raw: Raw) -> bool:
    return each(raw["information"][-1:], basis=None)
