# SPDX-License-Identifier: EUPL-1.2
"""Partners, the legal bases on which they give, and whom a closed source may be asked about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.catalogue.reading import Entry, by_id
from assessment.dossier.information import Purpose


class PersonCategory(StrEnum):
    """The columns of the source-person matrix (law.md 1.7)."""

    SUBJECT = "subject"
    DIRECTOR_OF_SUBJECT = "director-of-subject"
    MANAGER = "manager"
    CONTROLLER = "controller"
    FINANCIER = "financier"
    NAMED_ON_PERMIT = "named-on-permit"
    EQUATED = "equated"
    PARTNER = "partner"
    SUBCONTRACTOR = "subcontractor"
    ANYONE = "anyone"


class Onward(StrEnum):
    """To whom information may be passed on (Wet Bibob art. 28 par. 2 and art. 7a par. 6)."""

    SUBJECT_MOTIVATION = "subject-motivation"
    THIRD_OWN_PART = "third-own-part"
    DRIEHOEK = "driehoek"
    RIEC = "riec"
    OTHER_BODY = "other-body-28-2-m"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis: whose data it opens and for what, whether it carries facts, and how it may be handled.

    `onward` are the recipients, of whom `onward_rule` says under which conditions; `never` stands alone. `asks_leave`:
    nothing is shown or passed on before whoever gave it has given leave.
    """

    code: str
    name: str
    article: str
    persons: tuple[PersonCategory, ...]
    carries: bool
    handling: str
    source: str
    purposes: tuple[Purpose, ...] = (Purpose.BIBOB,)
    onward: tuple[Onward, ...] = (Onward.NEVER,)
    onward_rule: str = ""
    asks_leave: bool = False


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner, what he can tell, and the bases on which he can do so (practice.md 4.1).

    On another basis it is asked how he could give it. `carries` is False for whoever gives signals only.
    """

    code: str
    name: str
    gives: str
    bases: tuple[str, ...]
    restriction: str
    source: str
    carries: bool = True


def read_bases(top: Entry) -> dict[str, Basis]:
    """Read `bases.yaml`."""
    return by_id(top, "bases", _read_basis)


def _read_basis(entry: Entry, code: str) -> Basis:
    return Basis(
        code=code,
        name=entry.text("name"),
        article=entry.text("article"),
        persons=entry.choices("persons", PersonCategory),
        carries=entry.flag("carries"),
        handling=entry.text("handling"),
        source=entry.text("source"),
        purposes=entry.choices("purposes", Purpose),
        onward=_read_onward(entry),
        onward_rule=entry.text("onward_rule"),
        asks_leave=entry.flag("asks_leave"),
    )


def _read_onward(entry: Entry) -> tuple[Onward, ...]:
    onward = entry.choices("onward", Onward)
    if Onward.NEVER in onward and len(onward) > 1:
        entry.fault("onward", f"{Onward.NEVER} staat alleen")
    return onward


def read_partners(top: Entry) -> dict[str, Partner]:
    """Read `partners.yaml`."""
    return by_id(top, "partners", _read_partner)


def _read_partner(entry: Entry, code: str) -> Partner:
    return Partner(
        code=code,
        name=entry.text("name"),
        gives=entry.text("gives"),
        bases=entry.texts("bases"),
        restriction=entry.text("restriction"),
        source=entry.text("source"),
        carries=entry.flag("carries"),
    )
