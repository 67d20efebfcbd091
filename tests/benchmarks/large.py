# SPDX-License-Identifier: EUPL-1.2
"""A dossier as large as they come: 200 parties, 400 relations, 150 facts and 300 items of information.

Chance with a fixed seed makes it, so that it is the same each time. Everything that the format knows occurs in it:
every role, status, partner, basis and permit; chains of companies and rings of companies that hold each other; shares,
votes, ended relations; and of everything some that nobody knows.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.answer import JA, NEE, ONBEKEND
from assessment.dossier.event import EventKind
from assessment.dossier.fact import Status
from assessment.dossier.financing import FundingKind
from assessment.dossier.relation import Role

PARTIES: Final = 200
PERSONS: Final = 120
RELATIONS: Final = 400
FACTS: Final = 150
INFORMATION: Final = 300
TODAY: Final = date(2026, 6, 1)
FORMS: Final = ("bv", "nv", "stichting", "vof", "cv", "maatschap", "foreign", "eenmanszaak")
PERMITS: Final = ("ALC", "EXP", "SEX", "OBM")


def large(catalogue: Catalogue) -> dict[str, Any]:
    """Give the dossier as the data of a file."""
    return _Maker(catalogue).dossier()


class _Maker:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue, self.chance = catalogue, random.Random(20260601)
        self.persons = [f"p{number}" for number in range(1, PERSONS + 1)]
        self.firms = [f"p{number}" for number in range(PERSONS + 1, PARTIES + 1)]
        self.subject = [self.persons[0], self.firms[0]]
        self.items = [f"i{number}" for number in range(1, INFORMATION + 1)]

    def dossier(self) -> dict[str, Any]:
        return {
            "format": "toetssteen-dossier/1",
            "reference": "GROOT-1",
            "catalogue": self.catalogue.date,
            "assessed_on": str(TODAY),
            "authority": {"name": "gemeente Fictenveen", "organ": "burgemeester"},
            "application": {
                "instrument": "permit", "existing": False, "received_on": "2026-03-02", "procedure": "awb-8w",
                "permit_types": [*PERMITS[:-1], {"id": "OBM-2", "type": "OBM", "existing": True}], "route": "extended",
            },
            "subject": self.subject,
            "parties": self._parties(),
            "relations": self._relations(),
            "information": [self._item(number, id_) for number, id_ in enumerate(self.items)],
            "facts": [self._fact(number) for number in range(FACTS)],
            "financing": self._financing(),
            "documents": [{"id": f"d{number}", "name": f"stuk {number}", "asked_on": "2026-03-09"}
                          for number in range(1, 21)],
            "answers": self._answers(),
            "events": self._events(),
            "bureau_advices": [{"id": "b1", "number": "1", "issued_on": "2026-05-04", "for_file": "this",
                                "degree": {"a": "serious", "b": "lesser"},
                                "verified": [{"fact": f"f{number}", "seen_source": "yes"} for number in range(1, 31)]}],
            "hearings": [self._hearing(number) for number in range(1, 41)],
            "conclusion": self._conclusion(),
        }  # fmt: skip

    def _some(self, values: Sequence[Any], unknown: float = 0.1) -> Any:
        """Give one of them, or nothing: not known."""
        return None if self.chance.random() < unknown else self.chance.choice(values)

    def _day(self, first: int = 2012, last: int = 2026) -> str:
        return str(min(date(first, 1, 1) + timedelta(self.chance.randrange(365 * (last - first))), TODAY))

    def _parties(self) -> list[dict[str, Any]]:
        persons = [{"id": id_, "kind": "person", "name": f"Persoon {id_}", "born": self._day(1950, 2000)}
                   for id_ in self.persons]  # fmt: skip
        firms = [{"id": id_, "kind": "organisation", "name": f"Zaak {id_}", "founded_on": self._day(),
                  **_known(legal_form=self._some(FORMS))} for id_ in self.firms]  # fmt: skip
        return [*persons, *firms]

    def _relations(self) -> list[dict[str, Any]]:
        """Begin with a chain down to the subject and a ring of five; then every role, and as many more by chance."""
        firms = self.firms
        pairs: list[tuple[str, str, str]] = [(low, high, "shareholder") for high, low in pairwise(firms[:12])]
        ring = firms[20:25]
        pairs += [(one, other, "shareholder") for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)]
        pairs += [(self.persons[2], ring[0], "shareholder"), (ring[2], firms[0], "shareholder")]
        roles = [one.value for one in Role]
        pairs += [(self.persons[number + 3], self.subject[number % 2], role) for number, role in enumerate(roles)]
        while len(pairs) < RELATIONS:
            role = self.chance.choice([*roles, "shareholder", "shareholder", "director", "holder-of-voting-rights"])
            pairs.append(
                (self.chance.choice([*self.persons, *firms]), self.chance.choice([*firms, *self.subject]), role)
            )
        return [self._relation(number, *pair) for number, pair in enumerate(pairs, 1)]

    def _relation(self, number: int, from_: str, to: str, role: str) -> dict[str, Any]:
        made: dict[str, Any] = {"id": f"r{number}", "from": from_, "to": to, "role": role}
        made |= _known(since=self._some([self._day(2005, 2024)]), sources=[self.chance.choice(self.items)])
        if role in ("shareholder", "holder-of-voting-rights"):
            made |= _known(share=self._some((0.05, 0.1, 0.2, 0.3)))
        if role == "business-partner":
            made["indicators"] = ["gezamenlijke inkoop"]
        ended = self.chance.random()
        return (
            {**made, "until": self._day(2024, 2026)}
            if ended < 0.2
            else {**made, "until": None}
            if ended < 0.9
            else made
        )

    def _item(self, number: int, id_: str) -> dict[str, Any]:
        partners, bases = list(self.catalogue.partners.values()), list(self.catalogue.bases)
        partner = partners[number % len(partners)]
        basis = self._some(partner.bases or bases) if number % 3 else bases[number % len(bases)]
        about = [self.subject[number % 2], *self.chance.sample(self.persons, 2)]
        consent = ("yes", "yes", "ask", "no")
        return {
            "id": id_, "partner": partner.code, "about": about[: self.chance.randint(1, 3)], "purpose": "bibob",
            **_known(basis=basis, received_on=self._some([self._day(2026, 2027)]),
                     source_kind=self._some(("judgment", "official-record", "report", "document", "press",
                                             "intelligence", "anonymous-tip")),
                     classification=self._some(("internal", "confidential", "strict", "secret")),
                     visible_to_subject=self._some(consent), forward=self._some(consent)),
        }  # fmt: skip

    def _fact(self, number: int) -> dict[str, Any]:
        offences, statuses = list(self.catalogue.offences), [one.value for one in Status]
        actor = self.subject[0] if number % 10 == 0 else self.chance.choice([*self.persons[:60], *self.firms[:20]])
        links = [{"permit": permit, **_known(link=self._some(("same", "connected", "none"), 0.2), reason="zie bron")}
                 for permit in (*PERMITS[:-1], "OBM-2")]  # fmt: skip
        benefit = {"amount": f"{self.chance.randrange(100, 60_000)}.00", "money_path": "via de zaak"}
        return {
            "id": f"f{number + 1}", "offence": offences[number % len(offences)], "actor": actor, "capacity": "own",
            "description": f"feit {number + 1}", "links": links, "sources": self.chance.sample(self.items, 2),
            **_known(status=self._some([statuses[number % len(statuses)]]), committed=self._some([self._day(2014)]),
                     offence_plausible=self._some(("yes", "yes", "yes", "no")),
                     suspicion=self._some(("slight", "moderate", "serious", "serious")),
                     benefit=self._some([benefit], 0.4)),
            **({"to_obtain": {"question": "x", "answer": "y", "truth": "z"}} if number % 25 == 0 else {}),
        }  # fmt: skip

    def _financing(self) -> dict[str, Any]:
        kinds = [one.value for one in FundingKind]
        need = [{"label": f"post {number}", "amount": f"{self.chance.randrange(1000, 90_000)}.00", "evidence": "E3"}
                for number in range(25)]  # fmt: skip
        sources = [{
            "label": f"bron {number}", "amount": f"{self.chance.randrange(1000, 60_000)}.50",
            "lender": self.chance.choice(self.persons), "agreed_on": self._day(2025), "transferred_on": self._day(2025),
            **_known(kind=self._some([kinds[number % len(kinds)]]), evidence=self._some(("E0", "E2", "E3", "E4")),
                     cash=self._some(("0.00", "500.00")), country=self._some(("NL", "NL", "XX")),
                     lender_income=self._some(("30000.00",)), lender_wealth=self._some(("9000.00",))),
        } for number in range(40)]  # fmt: skip
        statement = {
            "person": self.persons[0], "from": "2023-01-01", "until": "2025-12-31", "opening": "5000.00",
            "income": "60000.00", "receipts": "0.00", "spending": "20000.00", "household": "couple",
        }  # fmt: skip
        operations = {"forecast_turnover": "900000.00", "past_turnover": "300000.00", "rent": "80000.00"}
        return {"need": need, "sources": sources, "operations": operations, "cash_statements": [statement]}

    def _answers(self) -> list[dict[str, Any]]:
        """Answer the questions in turn with yes, no and unknown, and leave every fifth open."""
        values = (JA, NEE, ONBEKEND)
        return [{"question": id_, "value": values[number % 3], "sources": [self.chance.choice(self.items)]}
                for number, id_ in enumerate(self.catalogue.questions) if number % 5]  # fmt: skip

    def _events(self) -> list[dict[str, Any]]:
        """Let everything happen that a procedure knows, but its end, and a refused form, which decides by itself."""
        ends = {EventKind.WITHDRAWN, EventKind.DECISION_MADE, EventKind.DECISION_NOTIFIED,
                EventKind.OBJECTION_RECEIVED, EventKind.FORM_REFUSED}  # fmt: skip
        kinds = [one for one in EventKind if one not in ends]
        days = [str(date(2026, 3, 2) + timedelta(3 * number)) for number in range(len(kinds))]
        return [{"kind": one.value, "on": day, "due": "2026-04-20", "weeks": 4}
                for one, day in zip(kinds, days, strict=True)]  # fmt: skip

    def _hearing(self, number: int) -> dict[str, Any]:
        return {"id": f"h{number}", "party": f"p{number}", "about": ["draft", f"f{number}"], "invited_on": "2026-05-11",
                "due": "2026-05-25", **_known(received_on=self._some(("2026-05-20",), 0.3), statement="x")}  # fmt: skip

    def _conclusion(self) -> dict[str, Any]:
        words = "Uit de feiten volgt dat het gevaar aanwezig is en dat een voorschrift niet helpt. " * 4
        texts = dict.fromkeys(("interests", "fits_degree", "fits_seriousness", "conditions_considered"), words)
        measure = [{"permit": permit, "decision": "refuse", **texts} for permit in (*PERMITS[:-1], "OBM-2")]
        return {"a": {"degree": "serious", "reasons": words}, "b": {"degree": "lesser", "reasons": words},
                "c": {"invoked": "no", "reasons": words}, "age_of_facts": words, "measure": measure}  # fmt: skip


def _known(**values: Any) -> dict[str, Any]:
    """Leave out what nobody knows."""
    return {key: value for key, value in values.items() if value is not None}
