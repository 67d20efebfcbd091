# SPDX-License-Identifier: EUPL-1.2
"""What happened in the procedure; terms and duties are computed from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe, NotKnown


class EventKind(StrEnum):
    """The events of dossier-format/1."""

    APPLICATION_RECEIVED = "application-received"
    SUPPLEMENT_INVITED = "supplement-invited"
    SUPPLEMENT_RECEIVED = "supplement-received"
    FORM_SENT = "form-sent"
    FORM_REFUSED = "form-refused"
    BUREAU_REQUESTED = "bureau-requested"
    SUBJECT_INFORMED = "subject-informed"
    BUREAU_ASKED_DATA = "bureau-asked-data"
    BUREAU_GOT_DATA = "bureau-got-data"
    BUREAU_EXTENDED = "bureau-extended"
    BUREAU_ADVICE_RECEIVED = "bureau-advice-received"
    CONDITION_BREACHED = "condition-breached"
    REPORTED_TO_BUREAU = "reported-to-bureau"
    EXTENSION_NOTIFIED = "extension-notified"
    OWN_INVESTIGATION_STARTED = "own-investigation-started"
    DEFAULT_NOTICE_RECEIVED = "default-notice-received"
    DECISION_MADE = "decision-made"
    DECISION_NOTIFIED = "decision-notified"
    OBJECTION_RECEIVED = "objection-received"
    WITHDRAWN = "withdrawn"
    AGREED_SUSPENSION_FROM = "agreed-suspension-from"
    AGREED_SUSPENSION_UNTIL = "agreed-suspension-until"


@dataclass(frozen=True, slots=True)
class Event:
    """One event on one day."""

    kind: EventKind
    on: When
    due: Maybe[When] = NOT_KNOWN
    complete: bool | NotKnown | None = NOT_KNOWN
    weeks: int | NotKnown | None = NOT_KNOWN
    party: Maybe[str] = NOT_KNOWN
    permit: Maybe[str] = NOT_KNOWN
    committee: bool | NotKnown | None = NOT_KNOWN
    text: Maybe[str] = NOT_KNOWN
