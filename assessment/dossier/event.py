# SPDX-License-Identifier: EUPL-1.2
"""What happened in the procedure; terms and duties are computed from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe, NotKnown


class EventKind(StrEnum):
    """The events of dossier-format/1, and after those the events that this program adds to them."""

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
    ATTRIBUTABLE_DELAY_FROM = "attributable-delay-from"
    ATTRIBUTABLE_DELAY_UNTIL = "attributable-delay-until"
    FORCE_MAJEURE_FROM = "force-majeure-from"
    FORCE_MAJEURE_UNTIL = "force-majeure-until"
    FOREIGN_INFORMATION_ASKED = "foreign-information-asked"
    FOREIGN_INFORMATION_RECEIVED = "foreign-information-received"
    STAY_FROM = "stay-from"
    STAY_UNTIL = "stay-until"
    SUSPENSION_TOLD = "suspension-told"
    SENT_TO_BUREAU = "sent-to-bureau"
    CORRECTED_TO_BUREAU = "corrected-to-bureau"
    BODY_ASKED_DATA = "body-asked-data"
    BODY_ANSWERED = "body-answered"
    PENALTY_DECIDED = "penalty-decided"
    PERMIT_SUSPENDED = "permit-suspended"
    PERMIT_SUSPENSION_ENDED = "permit-suspension-ended"
    TRANSFER_INTENDED = "transfer-intended"
    TRANSFER_TOLD = "transfer-told"


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
