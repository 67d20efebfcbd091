# SPDX-License-Identifier: EUPL-1.2
"""Every window test runs in the dress that ships, and leaves no window behind."""

import pytest

from gui.application import make_application
from gui.style import theme
from tests.gui import fakes


@pytest.fixture(scope="session")
def qapp():
    """The application as it is started, in light dress."""
    return make_application(fakes.parts(fakes.MemoryVault()), ["test"])


@pytest.fixture(autouse=True)
def _light(qapp):
    """Whatever a test chose, the next begins in light."""
    if theme.current().mode is not theme.Mode.LIGHT or theme.current().body != 10.5:
        theme.apply(qapp, theme.Choice.LIGHT)


@pytest.fixture
def shown(qtbot):
    """Show a widget in front and give it back."""

    def show(widget, width=900, height=600):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
