# SPDX-License-Identifier: EUPL-1.2
"""Every screen is drawn in both sizes and both modes: nothing falls off, nothing scrolls sideways.

`python3 run.py test tests/screens --schermen docs/screenshots` keeps the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import main
from assessment.backup import Backup, BackupKind, Contents, Examined, OpensWith
from assessment.dossier.dossier import Dossier
from assessment.ports import Vault, VaultState
from assessment.services import dossiers as service
from assessment.users import Role, User
from gui.dossier.elsewhere_options import of_party
from gui.dossier.elsewhere_sheet import ask_elsewhere
from gui.dossier.preview import Preview
from gui.dossier.steps import STEPS
from gui.parts.backup_words import last_told
from gui.parts.later import Later
from gui.settings import user_sheets as sheets
from gui.settings.preferences import Preferences
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from gui.style import theme
from gui.unlock.backups_page import BackupsPage
from gui.unlock.create_page import CreatePage
from gui.unlock.forgotten_page import ForgottenPage
from gui.unlock.found import Found
from gui.unlock.key_file_page import KeyFilePage
from gui.unlock.own_password_page import OwnPasswordPage
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.restore_page import RestorePage
from gui.unlock.unlock_page import UnlockPage

SIZES = ((1366, 768), (1920, 1080))
MODES = ("light", "dark")
AT = datetime(2026, 11, 25, 16, 12, tzinfo=UTC)
BACKUPS = tuple(
    Backup(
        str(days),
        AT - timedelta(days=days),
        kind,
        1_800_000 - 20_000 * days,
        Contents(3, 14 - days // 3, 345) if days != 3 else None,
        OpensWith.PRESENT,
    )
    for days, kind in [(days, BackupKind.REGULAR) for days in (1, 2, 3, 6, 9, 16)] + [(20, BackupKind.MIGRATION)]
)
"""One of them is not good."""
CAFE = "BIB-2026-0014"
KEY = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ"
SHEETS = {"parties": "p4", "information": "i7", "facts": "f7", "screening": "FIN-08", "weighing": "conclusion"}
"""Steps of which a second picture shows one record or place: its id."""


class Photographer:
    """Draws a widget, looks whether everything fits, and keeps the picture when it was asked for."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.taken: list[str] = []

    def take(self, widget: QWidget, name: str) -> None:
        """Draw a widget as it now is."""
        picture = _settled(widget)
        assert not picture.isNull()
        assert not list(_sideways(widget)), f"{name} scrolls sideways"
        assert not list(_cut_off(widget)), f"{name} cuts words of a button off"
        assert not list(_flat(widget)), f"{name} squeezes a card"
        assert not list(_squeezed(widget)), f"{name} squeezes a field"
        self.taken.append(name)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            _keep(picture, self._folder / f"{name}.png")


def _settled(widget: QWidget) -> QImage:
    """Draw until nothing is waiting and nothing moves any more: what grows, is laid out in several turns."""
    before, now = QImage(), widget.grab().toImage()
    while now != before or any(one.is_waiting for one in widget.findChildren(Later)):
        QApplication.processEvents()
        before, now = now, widget.grab().toImage()
    return now


def _keep(picture: QImage, path: Path) -> None:
    """Write a picture in its own colours."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    drawn = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())
    drawn.save(path, optimize=True)


def _sideways(widget: QWidget) -> Iterator[QScrollArea]:
    return (
        one for one in widget.findChildren(QScrollArea) if one.isVisible() and one.horizontalScrollBar().isVisible()
    )


def _flat(widget: QWidget) -> Iterator[QFrame]:
    cards = (one for one in widget.findChildren(QFrame) if one.property("role") == "card" and one.isVisible())
    return (one for one in cards if one.height() < 30 or one.width() < 40)


def _squeezed(widget: QWidget) -> Iterator[QWidget]:
    lines = (one for one in widget.findChildren(QLineEdit) if not isinstance(one.parentWidget(), QComboBox))
    fields = (*lines, *widget.findChildren(QComboBox), *widget.findChildren(QPushButton))
    return (one for one in fields if one.isVisible() and one.height() < _least_height(one))


def _least_height(widget: QWidget) -> int:
    return widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()


def _cut_off(widget: QWidget) -> Iterator[QPushButton]:
    for one in widget.findChildren(QPushButton):
        if one.isVisible() and one.text() and one.fontMetrics().horizontalAdvance(one.text()) > one.width():
            yield one


@pytest.fixture
def photographer(request: pytest.FixtureRequest) -> Photographer:
    asked = request.config.getoption("--schermen")
    return Photographer(Path(asked) if asked else None)


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, theme.Choice(request.param))
    yield str(request.param)
    theme.apply(qapp, theme.Choice.LIGHT)


@pytest.fixture
def vaults() -> Iterator[list[Vault]]:
    """Collect the stores that were opened, and close them."""
    opened: list[Vault] = []
    yield opened
    for vault in opened:
        vault.lock()


@pytest.fixture
def window(qtbot: QtBot, mode: str, vaults: list[Vault]) -> Iterator[MainWindow]:
    """Open the window on the worked examples, as `voorbeeld` does, on a day in their time."""
    shown = replace(
        main.parts(None, True, vaults), today=lambda: date(2026, 4, 20), preferences=Preferences(theme=mode)
    )
    made = MainWindow(shown, IdleWatch(QApplication.instance()))
    with qtbot.waitSignal(made.unlocked, timeout=30_000):
        made.show()
    qtbot.waitUntil(lambda: made.lanes.store.is_idle and made.lanes.sums.is_idle, timeout=30_000)
    yield made
    made.close()
    made.lanes.close()


def _open(window: MainWindow, qtbot: QtBot, vault: Vault, reference: str) -> None:
    row = next(one for one in service.find(vault.work()) if one.summary.reference == reference)
    window.desk.open(row.id, "application")
    qtbot.waitUntil(
        lambda: window.desk.session is not None and window.desk.session.assessment is not None, timeout=30_000
    )


def _enter(window: MainWindow, qtbot: QtBot, step: str) -> None:
    """Open a step and wait until nothing on it is still being made."""
    window.desk.page.open_step(step)

    preview = window.desk.page.page().findChild(Preview)
    if preview is not None:
        qtbot.waitUntil(lambda: " van " in preview.state(), timeout=30_000)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_step_fits(
    window: MainWindow, vaults: list[Vault], qtbot: QtBot, photographer: Photographer, mode: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    ending = f"{size[0]}x{size[1]}-{mode}"
    photographer.take(window, f"0-dossiers-{ending}")
    _open(window, qtbot, vaults[0], CAFE)
    for number, step in enumerate(STEPS, start=1):
        _enter(window, qtbot, step.id)
        photographer.take(window, f"{number}-{step.id}-{ending}")
        if step.id in SHEETS:
            window.desk.page.go_to(SHEETS[step.id])
            qtbot.wait(50)
            photographer.take(window, f"{number}-{step.id}-open-{ending}")
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.desk.go_to_room("settings")
    photographer.take(window, f"10-beheer-{ending}")
    window.place.settings.reveal_top(window.place.settings.retention)
    qtbot.waitUntil(lambda: window.lanes.are_idle, timeout=30_000)
    photographer.take(window, f"10-beheer-bewaren-{ending}")
    window.desk.go_to_room("journal")
    qtbot.waitUntil(lambda: window.place.journal.table.model.rowCount() > 0, timeout=30_000)
    photographer.take(window, f"12-logboek-{ending}")
    window.desk.go_to_room("agenda")
    qtbot.waitUntil(lambda: window.place.agenda.table.model.rowCount() > 0)
    photographer.take(window, f"11-agenda-{ending}")
    assert len(photographer.taken) == 5 + len(STEPS) + len(SHEETS)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_gate_fits(qtbot: QtBot, photographer: Photographer, mode: str, size: tuple[int, int]) -> None:
    pages = {
        "a-eerste-keer": CreatePage(),
        "b-herstelsleutel": RecoveryPage(KEY),
        "c-ontgrendelen": UnlockPage(Found(VaultState.LOCKED, "kluis", BACKUPS), last_told(BACKUPS, AT)),
        "c-ontgrendelen-met-naam": UnlockPage(
            Found(VaultState.LOCKED, "kluis", BACKUPS, ("Ada Voorbeeld", "Bo Verzonnen")), last_told(BACKUPS, AT)
        ),
        "c-sleutelbestand-weg": UnlockPage(
            Found(VaultState.LOCKED, "kluis", BACKUPS, is_key_file_lost=True), last_told(BACKUPS, AT)
        ),
        "c-sleutelbestand-terug": KeyFilePage(BACKUPS[0]),
        "c-eigen-wachtwoord": OwnPasswordPage("Bo Verzonnen"),
        "c-vergeten": ForgottenPage(("Ada Voorbeeld", "Bo Verzonnen")),
        "d-reservekopieen": BackupsPage(BACKUPS),
        "e-terugzetten": RestorePage(BACKUPS[1]),
    }
    pages["e-terugzetten"].show_examined(Examined(BACKUPS[1].contents, 14))
    for name, page in pages.items():
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        photographer.take(page, f"{name}-{size[0]}x{size[1]}-{mode}")


def test_a_dossier_that_has_just_begun_fits(
    window: MainWindow, vaults: list[Vault], qtbot: QtBot, photographer: Photographer, mode: str
) -> None:
    """An empty dossier says on each page what to do, instead of showing nothing."""
    window.resize(*SIZES[0])
    empty = Dossier("BIB-2026-0099", "2026-01-01", date(2026, 4, 20))
    service.add(vaults[0].work(), empty, main.catalogue())
    _open(window, qtbot, vaults[0], empty.reference)
    for number, step in enumerate(STEPS, start=1):
        _enter(window, qtbot, step.id)
        photographer.take(window, f"leeg-{number}-{step.id}-{mode}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_a_search_finds_fits(
    window: MainWindow, vaults: list[Vault], qtbot: QtBot, photographer: Photographer, mode: str, size: tuple[int, int]
) -> None:
    """By letters, by sound only, nothing; and what of a party occurs elsewhere."""
    window.resize(*size)
    ending, page = f"{size[0]}x{size[1]}-{mode}", window.place.dossiers
    for name, words in (("letters", "lening"), ("klank", "zjors bedenxel"), ("niets", "bestaatniet")):
        page.search_for(words)
        qtbot.waitUntil(lambda: window.lanes.store.is_idle)
        photographer.take(window, f"12-zoek-{name}-{ending}")
    _open(window, qtbot, vaults[0], CAFE)
    _enter(window, qtbot, "parties")
    window.desk.page.go_to("p1")
    sheet = ask_elsewhere(window.desk.page.page(), of_party(window.desk.session.dossier.parties[0]))
    sheet._reason.set_value("Zelfde adres als in een melding.")
    sheet._on_ask()
    qtbot.waitUntil(lambda: bool(sheet.told()))
    photographer.take(window, f"13-elders-{ending}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_users_fit(
    window: MainWindow, qtbot: QtBot, photographer: Photographer, mode: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.desk.go_to_room("settings")
    card = window.place.settings.users
    ada = User("1", "Ada Voorbeeld", Role.ADMINISTRATOR, AT)
    bo = User("2", "Bo Verzonnen", Role.SECOND_READER, AT, must_change=True)
    card.show_users(ada, (ada, bo))
    window.place.settings._area.ensureWidgetVisible(card, 0, 0)
    window.place.settings._area.verticalScrollBar().setValue(card.y() - 80)
    photographer.take(window, f"14-gebruikers-{size[0]}x{size[1]}-{mode}")
    host = window.place.settings_sheets
    asked = (
        sheets.AddUserSheet(), sheets.RoleSheet(bo), sheets.RevokeSheet(bo), sheets.PasswordSheet(ada),
        sheets.RekeySheet(), sheets.KeyringSheet(False), sheets.RecoveryKeySheet(KEY), sheets.RenewSheet(),
    )  # fmt: skip
    for number, sheet in enumerate(asked):
        host.show_sheet(sheet)
        photographer.take(window, f"14-gebruikers-{number}-{size[0]}x{size[1]}-{mode}")
