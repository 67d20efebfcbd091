# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the gate share."""

import pytest

from gui.lane import Lane


@pytest.fixture
def lane(qapp):
    made = Lane("store")
    yield made
    made.close()
