# SPDX-License-Identifier: EUPL-1.2
"""All that is asked about one line: about a source of money, or about something that has to be paid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.financing import Evidence, FundingKind, SourceLine
from assessment.known import NOT_KNOWN
from assessment.money import ZERO
from gui.parts.field_spec import FieldSpec, Kind

_LENT = (
    FundingKind.BANK_LOAN, FundingKind.PRIVATE_LOAN, FundingKind.FOREIGN_LOAN, FundingKind.BREWERY_LOAN,
    FundingKind.VENDOR_LOAN, FundingKind.LANDLORD, FundingKind.CROWDFUNDING, FundingKind.OTHER,
)  # fmt: skip
_OF_SOMEBODY = (*_LENT, FundingKind.GIFT)


def source_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of a source; the terms of a loan are only asked of a loan."""
    return (
        FieldSpec("label", "Omschrijving", empty=""),
        FieldSpec("kind", "Soort bron", Kind.CHOICE, words=catalogue.words["funding-kind"], make=FundingKind),
        FieldSpec("lender", "Geldgever", Kind.PARTY, "Staat die er niet bij, voeg hem of haar dan toe bij Betrokkenen.",
                  none_word="geen", shown=_is_of_somebody),
        FieldSpec("payer", "Betaald door een ander", Kind.PARTY,
                  "Wie het geld werkelijk overmaakte of gaf, als dat niet de geldgever is.", none_word="nee"),
        FieldSpec("amount", "Bedrag in euro", Kind.MONEY, empty=ZERO),
        FieldSpec("cash", "Waarvan contant", Kind.MONEY, "Vul 0 in als niets contant is betaald.",
                  none_word="niets contant"),
        FieldSpec("evidence", "Bewijs", Kind.CHOICE, "Hoe ver is dit bedrag bewezen?",
                  words=_evidence(catalogue), make=Evidence),
        FieldSpec("evidenced", "Bewezen deel in euro", Kind.MONEY,
                  "Leeg: bij E3 en E4 telt het hele bedrag als bewezen, daaronder niets."),
        FieldSpec("agreed_on", "Overeenkomst van", Kind.DATE, none_word="geen overeenkomst", shown=_is_of_somebody),
        FieldSpec("transferred_on", "Overgemaakt op", Kind.DATE, none_word="niet overgemaakt"),
        FieldSpec("interest", "Rente per jaar", Kind.PERCENT, none_word="geen rente", shown=_is_lent),
        FieldSpec("security", "Is er zekerheid gegeven?", Kind.TRI, shown=_is_lent),
        FieldSpec("repayment_schedule", "Is er een aflossingsschema?", Kind.TRI, shown=_is_lent),
        FieldSpec("lender_income", "Inkomen van de geldgever per jaar", Kind.MONEY, shown=_is_of_somebody),
        FieldSpec("lender_wealth", "Vermogen van de geldgever", Kind.MONEY, shown=_is_of_somebody),
        FieldSpec("country", "Land waar het geld vandaan komt", help="Landcode van twee letters, bijvoorbeeld NL."),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )  # fmt: skip


def need_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of something that has to be paid."""
    return (
        FieldSpec("label", "Omschrijving", empty=""),
        FieldSpec("amount", "Bedrag in euro", Kind.MONEY, empty=ZERO),
        FieldSpec("evidence", "Bewijs", Kind.CHOICE, "Hoe ver is bewezen dat dit zo veel kost?",
                  words=_evidence(catalogue), make=Evidence),
        FieldSpec("paid_by", "Betaald door een ander", Kind.PARTY,
                  "Wie deze rekening betaalde, als dat niet betrokkene zelf is.", none_word="nee"),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )  # fmt: skip


def _evidence(catalogue: Catalogue) -> dict[str, str]:
    return {code: f"{code} · {word}" for code, word in catalogue.words["evidence"].items()}


_LENT_PARTS = ("interest", "security", "repayment_schedule")
_LENDER_PARTS = ("lender", "agreed_on", "lender_income", "lender_wealth", *_LENT_PARTS)


def _is_lent(line: Any) -> bool:
    return _asks(line, _LENT, _LENT_PARTS)


def _is_of_somebody(line: Any) -> bool:
    return _asks(line, _OF_SOMEBODY, _LENDER_PARTS)


def _asks(line: Any, kinds: tuple[FundingKind, ...], parts: tuple[str, ...]) -> bool:
    """Ask it of these kinds, of an unknown kind, and wherever something was recorded already."""
    if not isinstance(line, SourceLine) or line.kind is NOT_KNOWN or line.kind in kinds:
        return True
    return any(isinstance(getattr(line, part), str | Decimal) for part in parts)
