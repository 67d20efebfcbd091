# SPDX-License-Identifier: EUPL-1.2
"""Who gave it: on which bases he can, whether what he gives is a signal only, and whether he must give leave first."""

import pytest

from assessment.dossier.information import Consent, SourceKind
from assessment.known import NOT_KNOWN
from assessment.outcome import Verdict

from .test_gate import gate
from .world import SENTENCES


@pytest.mark.parametrize(
    ("partner", "told"),
    [
        ("closed", "partner-other-basis"),
        ("none", "partner-without-basis"),
        ("", "partner-unknown"),
        ("nobody-knows", "partner-unknown"),
    ],
)
def test_who_does_not_go_with_the_basis_is_asked_about_and_keeps_nothing_out(partner: str, told: str) -> None:
    """Weighing.md no. 1 is a closed list of what blocks; that the partner is an odd one is not in it."""
    got = gate(partner=partner, basis="open")
    assert (got.verdict, got.may_carry) == (Verdict.USABLE, True)
    assert [one.rule for one in got.reasons] == ["allowed", told]
    assert got.cure == SENTENCES[told].cure


def test_without_partner_and_basis_both_are_asked() -> None:
    got = gate(partner="", basis=None)
    assert (got.verdict, [one.rule for one in got.reasons]) == (Verdict.BLOCKED, ["no-basis", "partner-unknown"])
    assert got.cure == SENTENCES["no-basis"].cure


def test_a_signal_never_carries_whatever_kind_it_is_called() -> None:
    got = gate(partner="signal", source_kind=SourceKind.STATEMENT)
    assert (got.verdict, got.may_carry) == (Verdict.USABLE, False)
    assert got.reasons[0].text.startswith("Melding: dit is een signaal.")


def test_a_source_of_which_the_kind_is_not_known_carries_and_is_asked_about() -> None:
    got = gate(source_kind=NOT_KNOWN)
    assert (got.verdict, got.may_carry, got.cure) == (Verdict.USABLE, True, "Leg vast wat voor bron dit is.")


def test_where_the_giver_must_give_leave_a_yes_without_it_is_asked_about() -> None:
    got = gate(basis="asking")
    assert (got.verdict, got.may_carry, got.reasons[-1].rule) == (Verdict.USABLE, True, "leave-missing")
    assert got.reasons[-1].basis == "artikel asking"
    assert gate(basis="asking", permission="   ").reasons[-1].rule == "leave-missing"
    allowed = gate(basis="asking", permission="Korpschef, op 2026-04-01.")
    assert [one.rule for one in allowed.reasons] == ["allowed"]


def test_leave_is_asked_once() -> None:
    asked = gate(basis="asking", forward=Consent.ASK)
    assert (asked.verdict, [one.rule for one in asked.reasons]) == (Verdict.CLOSED_PART, ["forward-ask"])
