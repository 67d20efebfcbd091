# SPDX-License-Identifier: EUPL-1.2
"""Who gave it: on which bases he can, whether what he gives is a signal only, and whether he must give leave first."""

from typing import Any

import pytest

from assessment.dossier.information import Classification, Consent, SourceKind
from assessment.known import NOT_KNOWN
from assessment.outcome import Verdict

from .test_gate import gate
from .world import SENTENCES


@pytest.mark.parametrize(
    ("partner", "basis", "told"),
    [
        ("closed", "open", "partner-other-basis"),
        ("none", "open", "partner-without-basis"),
        ("none", None, "partner-without-basis"),
        ("", "open", "partner-unknown"),
        ("nobody-knows", "open", "partner-unknown"),
    ],
)
def test_who_gave_it_must_be_able_to_give_it_on_that_basis(partner: str, basis: Any, told: str) -> None:
    got = gate(partner=partner, basis=basis)
    assert (got.verdict, got.may_carry) == (Verdict.BLOCKED, False)
    assert [one.rule for one in got.reasons] == [told]
    assert got.cure == SENTENCES[told].cure


def test_without_partner_and_basis_both_are_asked() -> None:
    assert [one.rule for one in gate(partner="", basis=None).reasons] == ["no-basis", "partner-unknown"]


def test_a_signal_never_carries_whatever_kind_it_is_called() -> None:
    got = gate(partner="signal", source_kind=SourceKind.STATEMENT)
    assert (got.verdict, got.may_carry) == (Verdict.USABLE, False)
    assert got.reasons[0].text.startswith("Melding: dit is een signaal.")


def test_a_source_of_which_the_kind_is_not_known_may_be_a_tip_and_carries_nothing() -> None:
    got = gate(source_kind=NOT_KNOWN)
    assert (got.verdict, got.may_carry, got.cure) == (Verdict.USABLE, False, "Leg vast wat voor bron dit is.")


def test_where_the_giver_must_give_leave_a_yes_without_it_stays_in_the_closed_part() -> None:
    got = gate(basis="asking")
    assert (got.verdict, got.may_carry) == (Verdict.CLOSED_PART, True)
    assert got.reasons[0].basis == "artikel asking"
    assert gate(basis="asking", permission="   ").verdict is Verdict.CLOSED_PART
    assert gate(basis="asking", permission="Korpschef, op 2026-04-01.").verdict is Verdict.USABLE


def test_leave_is_asked_once_and_publicity_is_none() -> None:
    asked = gate(basis="asking", forward=Consent.ASK)
    assert [one.rule for one in asked.reasons] == ["forward-ask"]
    public = gate(basis="asking", classification=Classification.PUBLIC)
    assert [one.rule for one in public.reasons] == ["leave-missing"]
