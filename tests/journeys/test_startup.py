# SPDX-License-Identifier: EUPL-1.2
"""The program as its user starts it: the window is there before anything heavy is, and nothing asks for the network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.children import FirstPaint, child, first_paint

HEAVY = {
    "PIL", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "alembic", "argon2", "assessment.catalogue.catalogue",
    "assessment.dossier.dossier", "cryptography", "gui.shell.desk", "numpy", "pandas", "pikepdf", "pypdfium2",
    "reportlab", "socket", "sqlalchemy", "sqlcipher3", "ssl", "stdnum", "storage.vault", "yaml",
}  # fmt: skip
"""What takes its time to import, or has no place in the window at all."""


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> FirstPaint:
    return first_paint(str(tmp_path_factory.mktemp("start") / "kluis"))


def test_nothing_heavy_is_imported_before_the_window_is_there(painted: FirstPaint) -> None:
    assert "gui.shell.main_window" in painted.modules
    assert sorted(HEAVY & painted.modules) == []


def test_nothing_asks_for_the_network_at_the_start(painted: FirstPaint) -> None:
    assert "tests.socket_guard" in painted.modules
    assert painted.network == []


def test_a_first_start_leaves_nothing_before_a_store_is_made(tmp_path: Path) -> None:
    with child("waits", tmp_path / "kluizen" / "kluis") as typist:
        typist.hears("asked")
    assert not (tmp_path / "kluizen" / "kluis").exists()


def test_nothing_asks_for_the_network_while_a_dossier_is_looked_at(tmp_path: Path) -> None:
    """The typist refuses the network to the program from its first line, and fails when it holds a socket."""
    with child("looks", tmp_path / "kluizen" / "kluis") as looker:
        looker.hears("open")
        looker.tells()
        assert looker.ends() == 0, looker.stderr()
