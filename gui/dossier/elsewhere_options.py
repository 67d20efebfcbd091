# SPDX-License-Identifier: EUPL-1.2
"""What of a record can be looked for in other dossiers, with the word for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.addresses import accounts_in
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import SourceLine
from assessment.dossier.party import Party
from assessment.found import Asked
from assessment.known import Maybe, known
from assessment.names import NameKind, lender_in

Option = tuple[str, Asked]


def of_party(party: Party) -> tuple[Option, ...]:
    """Give name, address, and the accounts in the note of a party."""
    kind = NameKind.PERSON if party.is_person else NameKind.ORGANISATION
    return _there(_of_party(party, kind, f"party/{party.id}"))


def of_source(line: SourceLine, at: int, dossier: Dossier) -> tuple[Option, ...]:
    """Give the lender of a source with name and address, who is named in its words, and the accounts in its note."""
    record = f"source/{at + 1}"
    lender = dossier.party(known(line.lender) or "")
    options = list(_of_party(lender, NameKind.LENDER, record)) if lender else []
    named = () if lender else (("naam", Asked(NameKind.LENDER, lender_in(line.label), record)),)
    return _there((*named, *options, *_accounts(line.note, record)))


def _of_party(party: Party, kind: NameKind, record: str) -> Iterator[Option]:
    yield "naam", Asked(kind, party.name, record)
    yield "adres", Asked(NameKind.ADDRESS, known(party.address) or "", record)
    yield from _accounts(party.note, record)


def _accounts(note: Maybe[str], record: str) -> Iterator[Option]:
    for account in accounts_in(known(note) or ""):
        yield f"rekening {account}", Asked(NameKind.ACCOUNT, account, record)


def _there(options: Iterable[Option]) -> tuple[Option, ...]:
    """Leave out what is empty."""
    return tuple(one for one in options if one[1].text.strip())
