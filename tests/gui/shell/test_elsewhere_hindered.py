# SPDX-License-Identifier: EUPL-1.2
"""Where the store gives no answer, the question still stands and can be asked again."""

from assessment.errors import StoreOutOfReach
from gui.shell import tools
from tests.gui.shell.sheet_ways import LEFT, to_elsewhere

FULL = "De schijf is vol."


def test_a_question_that_was_hindered_can_be_asked_again(opened, vault, qtbot, monkeypatch):
    asked = to_elsewhere(opened, qtbot)
    qtbot.keyClicks(asked._reason.editor(), "zelfde pand")

    def refuse(*_):
        raise StoreOutOfReach(FULL)

    with monkeypatch.context() as hindered:
        hindered.setattr(tools, "occurs_elsewhere", refuse)
        qtbot.mouseClick(asked.verb, LEFT)
        qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert asked._notice.text() == StoreOutOfReach(FULL).sentence
    assert asked.verb.isEnabled()
    assert "zelfde pand" in vault.drafts[opened.desk._id].values()
    qtbot.mouseClick(asked.verb, LEFT)
    qtbot.waitUntil(lambda: bool(asked.told()) and opened.desk.is_settled)
    assert asked._notice.text() == ""
    assert "zelfde pand" not in vault.drafts[opened.desk._id].values()
