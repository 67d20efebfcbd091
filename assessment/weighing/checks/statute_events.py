# SPDX-License-Identifier: EUPL-1.2
"""L23 to L35: duties that events bring (law.md 1.10), and uses that the statute forbids (law.md 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from assessment.dates import tell
from assessment.degree import Degree
from assessment.dossier.event import EventKind
from assessment.dossier.hearing import Hearing
from assessment.inquiry.lasting import anchor_of
from assessment.known import known
from assessment.terms.calendar import end_of
from assessment.terms.events import of_kind
from assessment.terms.heard import heard
from assessment.terms.invitations import invitations
from assessment.weighing.checks.case import GROUNDS, Case, Raised, raised
from assessment.weighing.checks.guilt import LONGEST
from assessment.weighing.checks.written import concluded

_FROM_SUBJECT: Final = "bibob-7a"
_OF_OTHER_BODY: Final = "bibob-28-2-m"
_WAY_IN: Final = frozenset({"bibob-11a", "bibob-26", "wgs"})
"""Art. 28 par. 2 under m: data of another body follow a hit in the register, a tip, or the RIEC."""

_ALWAYS_FREE: Final = frozenset({_FROM_SUBJECT, "bibob-7b"})
"""What the subject and the public sources say is not the finding of an earlier investigation."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Follow the events of law.md 1.10, and look for what the statute forbids."""
    yield from _form(case)
    yield from _supplement(case)
    yield from _bureau(case)
    yield from _report(case)
    yield from _withdrawn(case)
    yield from _other_body(case)
    yield from _reuse(case)
    yield from _decided(case)
    yield from _extended(case)
    yield from _closed_file(case)
    yield from _called_advice(case)
    yield from _called_binding(case)


def _form(case: Case) -> Iterator[Raised]:
    """The subject must have had the form (art. 7a par. 2 and 5)."""
    started = of_kind(case.dossier, EventKind.OWN_INVESTIGATION_STARTED)
    had_form = of_kind(case.dossier, EventKind.FORM_SENT) or of_kind(case.dossier, EventKind.FORM_REFUSED)
    if started and not had_form and not any(one.basis == _FROM_SUBJECT for one in case.dossier.information):
        yield raised("L23-form")


def _supplement(case: Case) -> Iterator[Raised]:
    """What lacks in an application is asked, with a term and the consequence (Awb 4:5)."""
    lacking = tuple(one.id for one in case.dossier.documents if one.complete is False)
    pending = any(not case.dossier.application.is_existing(permit) for permit in case.dossier.permits)
    asked = invitations(case.dossier)
    if pending and lacking and not asked:
        yield raised("L24-not-asked", *lacking)
    if pending and any(one.due is None for one in asked):
        yield raised("L24-no-term")


def _bureau(case: Case) -> Iterator[Raised]:
    """Whoever asks the Bureau tells the subject (art. 32) and keeps count of questions (art. 15 par. 2)."""
    asked = of_kind(case.dossier, EventKind.BUREAU_REQUESTED)
    if asked and not of_kind(case.dossier, EventKind.SUBJECT_INFORMED):
        yield raised("L25-inform")
    questions = of_kind(case.dossier, EventKind.BUREAU_ASKED_DATA)
    answers = of_kind(case.dossier, EventKind.BUREAU_GOT_DATA)
    if len(questions) > len(answers) and of_kind(case.dossier, EventKind.BUREAU_ADVICE_RECEIVED):
        yield raised("L26-data")


def _report(case: Case) -> Iterator[Raised]:
    """No danger is never reported; what was reported and no longer holds is corrected (art. 7a par. 7)."""
    reported = of_kind(case.dossier, EventKind.REPORTED_TO_BUREAU)
    concluded = [degree for ground in GROUNDS if (degree := case.recorded(ground)) is not None]
    left = of_kind(case.dossier, EventKind.WITHDRAWN)
    if reported and len(concluded) == len(GROUNDS) and set(concluded) <= {Degree.NONE} and not left:
        yield raised("L27-none")


def _withdrawn(case: Case) -> Iterator[Raised]:
    """Withdrawal after the investigation began: is it because of it (art. 7a par. 8)?"""
    begun = [
        *of_kind(case.dossier, EventKind.OWN_INVESTIGATION_STARTED),
        *of_kind(case.dossier, EventKind.BUREAU_REQUESTED),
    ]
    reported = of_kind(case.dossier, EventKind.REPORTED_TO_BUREAU)
    for event in of_kind(case.dossier, EventKind.WITHDRAWN):
        after = any(one.on <= event.on for one in begun)
        if after and not any(one.on >= event.on for one in reported):
            yield raised("L28-withdrawn")


def _other_body(case: Case) -> Iterator[Raised]:
    """Data of another body need the way in that the Act names (art. 28 par. 2 under m)."""
    of_others = tuple(one.id for one in case.dossier.information if one.basis == _OF_OTHER_BODY)
    if of_others and not any(one.basis in _WAY_IN for one in case.dossier.information):
        yield raised("L29-way-in", *of_others)


def _reuse(case: Case) -> Iterator[Raised]:
    """Findings of an earlier investigation serve another decision for five years (art. 29)."""
    start = anchor_of(case.dossier)
    old = [
        one.id
        for one in case.dossier.information
        if one.basis not in _ALWAYS_FREE
        and start is not None
        and (received := known(one.received_on)) is not None
        and received.last < start
        and end_of(received.first, case.catalogue.terms.lengths["reuse"]) < case.on
    ]
    if old:
        yield raised("L30-reuse", *old)


def _decided(case: Case) -> Iterator[Raised]:
    """No negative decision while somebody still may have his say, or before he was asked (art. 33)."""
    days = [event.on.last for event in of_kind(case.dossier, EventKind.DECISION_MADE)] if case.burdening else []
    early = [one.id for one in case.dossier.hearings if any(_is_open(one, day) for day in days)]
    if early:
        yield raised("L31-early", *early)
    if days and not of_kind(case.dossier, EventKind.OBJECTION_RECEIVED):
        facts = [one.fact for one in case.relied_on]
        asked = {one.party for one in case.dossier.hearings if _was_asked(one, days[0])}
        later = [party for party in heard(case.dossier, facts, days[0]) if party not in asked]
        if later:
            yield raised("L31-before", *later)


def _was_asked(hearing: Hearing, on: date) -> bool:
    """Whether somebody was invited by a day, as far as is known, or waived."""
    invited = known(hearing.invited_on)
    return hearing.waived is True or invited is None or invited.first <= on


def _is_open(hearing: Hearing, on: date) -> bool:
    """Whether somebody was invited by a day, and neither his view had come in nor its term had passed.

    The last day of the term is his as well; a view that came in too late keeps nothing open.
    """
    invited, received, due = known(hearing.invited_on), known(hearing.received_on), known(hearing.due)
    if hearing.waived is True or invited is None or invited.first > on:
        return False
    if received is not None and received.first <= on:
        return False
    return on <= due.last if due is not None else received is not None


def _extended(case: Case) -> Iterator[Raised]:
    """An extension is told within the first term (Awb 4:14; Omgevingswet 16.64 par. 2)."""
    last = next((term.statutory_end for term in case.terms if term.id == "extension-notice"), None)
    objected = of_kind(case.dossier, EventKind.OBJECTION_RECEIVED)
    for event in of_kind(case.dossier, EventKind.EXTENSION_NOTIFIED):
        of_decision = not objected or event.on < objected[0].on
        if last is not None and event.on.first > last and of_decision:
            yield raised("L33-late", end=tell(last))


def _closed_file(case: Case) -> Iterator[Raised]:
    """An application that was withdrawn is not decided on any more (law.md 2.2)."""
    of_permit = {known(event.permit) for event in of_kind(case.dossier, EventKind.WITHDRAWN)}
    pending = {one.id for one in case.dossier.permits if not case.dossier.application.is_existing(one)}
    for measure in case.burdening:
        if measure.permit in pending and of_permit & {None, measure.permit}:
            yield raised("L35-withdrawn", measure.permit)


def _called_binding(case: Case) -> Iterator[Raised]:
    """An advice is input and never binds (law.md N24; Awb 3:9 and 3:50)."""
    yield from _with_words(case, case.catalogue.checks.binding_words, "L34-binding")


def _called_advice(case: Case) -> Iterator[Raised]:
    """The own assessment is no advice of the Bureau (law.md N25)."""
    if case.dossier.bureau_advices or of_kind(case.dossier, EventKind.BUREAU_ADVICE_RECEIVED):
        return
    yield from _with_words(case, case.catalogue.checks.bureau_words, "L32-called")


def _with_words(case: Case, words: Iterable[str], key: str) -> Iterator[Raised]:
    """Raise a check for each text of the officer that holds one of these words."""
    pattern = re.compile("|".join(words), re.IGNORECASE)
    for one in concluded(case):
        if isinstance(one.text, str) and (found := pattern.search(one.text[:LONGEST])):
            yield raised(key, one.about, words=found[0])
