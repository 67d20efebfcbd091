# SPDX-License-Identifier: EUPL-1.2
"""The journal in words: what was done, to which part of which dossier, and what somebody wrote with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from assessment.dates import When, tell
from assessment.journal import JournalEntry, JournalQuery
from assessment.known import NOT_KNOWN_WORD
from assessment.retention import RetentionRule, months_told
from assessment.telling.retention_told import rule_told
from assessment.users import Role


class Sort(StrEnum):
    """The sorts of lines that one can ask for; the last holds all that is in none of the others."""

    CHANGES = "wijzigingen"
    VIEWS = "inzage"
    EXPORTS = "exporten"
    MANAGEMENT = "beheer"


_CHANGES: Final = {
    "dossier.added": "dossier begonnen", "dossier.removed": "dossier weggehaald", "part.added": "toegevoegd",
    "part.changed": "gewijzigd", "part.removed": "verwijderd", "part.moved": "volgorde gewijzigd",
}  # fmt: skip
_VIEWS: Final = {
    "dossier.opened": "dossier geopend", "closed.viewed": "gesloten informatie bekeken",
    "journal.viewed": "informatie in het logboek bekeken",
}  # fmt: skip
_EXPORTS: Final = {"advice.exported": "advies geëxporteerd", "certificate.exported": "verklaring bewaard"}
_MANAGEMENT: Final = {
    "retention.set": "bewaartermijn vastgelegd", "retention.rules-changed": "bewaartermijnen gewijzigd",
    "destruction.proposed": "vernietiging voorgesteld", "destruction.withdrawn": "voorstel teruggenomen",
    "dossier.destroyed": "dossier vernietigd", "destruction.finished": "vernietiging afgemaakt",
    "destruction.taken-over": "verklaring overgenomen bij terugzetten",
    "store.created": "kluis gemaakt", "store.opened": "kluis geopend", "store.backed-up": "reservekopie gemaakt",
    "store.restored": "reservekopie teruggezet", "store.recovered": "geopend met de herstelsleutel",
    "store.rekeyed": "nieuwe sleutel voor de kluis", "store.key-file-returned": "sleutelbestand teruggezet",
    "store.password-changed": "wachtwoord gewijzigd", "store.recovery-key-renewed": "nieuwe herstelsleutel",
    "store.keyring-on": "openen met aanmelding aangezet", "store.keyring-off": "openen met aanmelding uitgezet",
    "user.added": "gebruiker toegevoegd", "user.role-changed": "rol gewijzigd", "user.revoked": "toegang ingetrokken",
    "user.password-chosen": "eigen wachtwoord gekozen", "store.users-strayed": "gebruikers anders dan in het logboek",
    "journal.shorter": "logboek korter dan het anker zegt", "journal.other": "logboek anders dan het anker zegt",
    "anchor.made": "anker gezet", "anchor.renewed": "anker opnieuw gezet",
}  # fmt: skip
_WORDS: Final = {**_CHANGES, **_VIEWS, **_EXPORTS, **_MANAGEMENT}
_OF: Final = {Sort.CHANGES: frozenset(_CHANGES), Sort.VIEWS: frozenset(_VIEWS), Sort.EXPORTS: frozenset(_EXPORTS)}
_PARTS: Final = {
    "head": "Aanvraag", "party": "Betrokkenen", "relation": "Betrokkenen: relatie", "document": "Stukken",
    "need": "Financiering: nodig", "source": "Financiering: herkomst", "operations": "Financiering: bedrijfsvoering",
    "information": "Informatie", "fact": "Feiten", "answer": "Vragen", "event": "Aanvraag: gebeurtenis",
    "bureau_advice": "Advies: advies van het Bureau", "hearing": "Advies: zienswijze", "review": "Advies: tweede lezer",
    "conclusion": "Weging: conclusie", "signals": "Signalen", "plan": "Plannen",
}  # fmt: skip
_ABOUT: Final = {
    "store": "de kluis", "journal": "het logboek", "retention": "bewaartermijnen", "user": "gebruiker",
}  # fmt: skip
_NAMES: Final = ("name", "partner", "label", "title", "offence", "question", "by")
"""Keys by which a record is known to who made it, the best first."""


def query_of(sort: Sort | None, about: str = "", before: int = 0) -> JournalQuery:
    """Ask for lines of a sort, or of all; what no sort knows is told under the last."""
    if sort is Sort.MANAGEMENT:
        return JournalQuery(about, before, without=frozenset().union(*_OF.values()))
    return JournalQuery(about, before, only=_OF[sort] if sort else frozenset())


def action_told(action: str) -> str:
    """Say what was done; an action that has no words yet, by its code."""
    return _WORDS.get(action, action)


def about_told(entry: JournalEntry, names: Mapping[str, str]) -> str:
    """Say what a line is about: the reference of the dossier, the step, and the record where its name is kept.

    `names` gives the reference of each dossier and the name of each user, by id.
    """
    first, _, rest = entry.about.partition("/")
    if first in _ABOUT:
        return " ".join(filter(None, (_ABOUT[first], names.get(rest, ""))))
    kind, _, key = rest.partition("/")
    dossier = names.get(first) or f"dossier {first[:8]}, niet meer in de kluis"
    return " · ".join(filter(None, (dossier, _PARTS.get(kind, kind), _name(entry, key))))


def is_about_information(entry: JournalEntry) -> bool:
    """Whether a line tells what an item of information was before or after."""
    return bool(entry.old or entry.new) and entry.about.split("/")[1:2] == ["information"]


def remark(entry: JournalEntry) -> str:
    """Give what somebody wrote with it, or what the program noted; marks tell nobody anything and stay out."""
    if entry.action == "retention.set":
        return _period_told(entry.words)
    if entry.words:
        return entry.words
    if entry.action == "retention.rules-changed":
        rules = (RetentionRule(*one) for one in json.loads(entry.detail))
        return "; ".join(map(rule_told, rules)) or "geen termijnen"
    return _told_with_marks(entry.detail) if entry.detail.startswith("{") else entry.detail


def _told_with_marks(detail: str) -> str:
    """Give what stands beside the marks: the role that somebody got, or the certificate of a destruction."""
    try:
        found = read_part(detail)
    except ValueError:  # nothing of ours
        return ""
    role = next((one for one in Role if one.value == found.get("role")), None)
    return role.dutch if role else str(found.get("certificate", ""))


def _period_told(words: str) -> str:
    """Tell the period of a dossier: it is kept as ground and event, a number of months, and a day or nothing."""
    said, *rest = words.rsplit(" · ", 2)
    if len(rest) != 2 or not rest[0].isdecimal():
        return words
    months, start = rest
    return f"{said} · {months_told(int(months))} · begin {tell(When.parse(start)) if start else NOT_KNOWN_WORD}"


def read_part(body: str) -> dict[str, Any]:
    """Read a part as it is kept beside the journal; an empty one is none."""
    found = json.loads(body) if body else {}
    return found if isinstance(found, dict) else {}


def _name(entry: JournalEntry, key: str) -> str:
    record = read_part(entry.new) or read_part(entry.old)
    name = next((str(record[one]) for one in _NAMES if record.get(one)), "")
    key = "" if key in {"None", *_PARTS} else key
    return " ".join(dict.fromkeys(filter(None, (key, name))))
