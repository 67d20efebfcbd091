# SPDX-License-Identifier: EUPL-1.2
"""Who comes back to the period that is set has nothing begun."""

from datetime import UTC, datetime

from assessment.retention import Held, RetentionRule
from assessment.users import Role, User
from gui.settings.period_sheet import PeriodSheet
from tests.gui import fakes

A, B = RetentionRule("grond A", "begin", 12), RetentionRule("grond B", "begin", 24)
ME = User("u1", "Ada Voorbeeld", Role.COORDINATOR, datetime(2026, 1, 1, tzinfo=UTC))


def choose(sheet, at):
    sheet.rule.box.setCurrentIndex(at)
    sheet.rule.box.activated.emit(at)


def test_a_choice_that_was_taken_back_leaves_no_draft(shown):
    sheet = shown(PeriodSheet(Held("d1", "BIB-2026-0001", None), (A, B), ME, fakes.TODAY))
    sheet.propose("rule", next(iter(sheet._rules)))
    found = []
    sheet.drafted.connect(lambda name, text: found.append((name, text)))
    choose(sheet, 1)
    choose(sheet, 0)
    assert found == [("rule", tuple(sheet._rules)[1]), ("rule", "")]
