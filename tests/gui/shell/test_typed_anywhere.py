# SPDX-License-Identifier: EUPL-1.2
"""What is typed in any field of an opened dossier is kept: as a value of the dossier, or as a draft of it."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from assessment.assess import assess
from assessment.ports import VaultState
from gui.dossier.steps import STEPS
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from storage.dossier_file import read_examples
from tests.gui import fakes

PLACES = ("", "p1", "d1", "i1", "i7", "f1", "f7", "FIN-08", "conclusion")
"""Records and places that have a sheet or unfold something."""

LEAST = {
    "application": 12, "parties": 5, "financing": 20, "information": 5, "facts": 16, "screening": 2, "weighing": 12,
}  # fmt: skip
"""How many fields there are at least, so that none goes unseen."""


@pytest.fixture
def cafe(qapp, shown, qtbot):
    """The window with a worked dossier open, assessed as it is."""
    vault = fakes.MemoryVault(VaultState.OPEN)
    window = shown(MainWindow(fakes.parts(vault, examples=read_examples, assess=assess), IdleWatch(qapp)), 1366, 768)
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.take_examples()
    qtbot.waitUntil(lambda: window.desk.page is not None and window.desk.session.assessment is not None, timeout=20_000)
    yield window, vault
    window.end()


def typed_in(window):
    """Give all in which something can be typed now, but for what looks something up."""
    for one in (*window.desk.page.findChildren(QLineEdit), *window.desk.page.findChildren(QPlainTextEdit)):
        of_list = isinstance(one.parentWidget(), QComboBox)
        if one.isVisible() and one.isEnabled() and not one.isReadOnly() and not of_list:
            yield one


def kept(window, vault):
    return vault.kept["d1"][0], {place: dict(found) for place, found in vault.drafts.items()}


@pytest.mark.parametrize("step", [one.id for one in STEPS])
def test_it_is_kept(cafe, qtbot, step):
    window, vault = cafe
    seen = set()
    for place in PLACES:
        window.desk.page.open_step(step)
        window.desk.page.page().go_to(place)
        QApplication.processEvents()
        names = [one.accessibleName() for one in typed_in(window)]
        for name in dict.fromkeys(names):
            field = next((one for one in typed_in(window) if one.accessibleName() == name), None)
            if field is None or name in seen:
                continue
            seen.add(name)
            before = kept(window, vault)
            field.setFocus()
            field.selectAll()
            qtbot.keyClicks(field, "31x half")
            window.desk.flush()
            qtbot.waitUntil(lambda: window.desk.is_settled, timeout=20_000)
            assert kept(window, vault) != before, f"{step} {place}: {name}"
    assert len(seen) >= LEAST.get(step, 0), sorted(seen)
