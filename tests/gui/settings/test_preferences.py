# SPDX-License-Identifier: EUPL-1.2
import pytest

from gui.settings.page import CAPTURE_ALLOWED, CAPTURE_BLOCKED, CAPTURE_NOT_HERE, capture_words
from gui.settings.preferences import Preferences, keep, read


def test_what_was_kept_is_read_back(tmp_path):
    file = tmp_path / "voorkeuren.ini"
    chosen = Preferences("dark", 130, "Fictenveen", 10)
    keep(file, chosen)
    assert read(file) == chosen


def test_without_a_file_everything_is_the_default(tmp_path):
    assert read(tmp_path / "geen.ini") == Preferences()


@pytest.mark.parametrize(
    "lines",
    [
        "[General]\ntheme=roze\ntext_size=9000\nlock_after=0\n",
        "[General]\ntext_size=veel\nlock_after=-1\n",
        "\x00\x01",
    ],
)
def test_what_cannot_be_chosen_is_the_default(tmp_path, lines):
    file = tmp_path / "voorkeuren.ini"
    file.write_text(lines, "utf-8")
    assert read(file) == Preferences()


@pytest.mark.parametrize(("word", "blocks"), [("false", False), ("FALSE", False), ("true", True), ("ja", True)])
def test_only_an_administrator_who_says_so_lets_windows_be_captured(tmp_path, word, blocks):
    file = tmp_path / "voorkeuren.ini"
    file.write_text(f"[General]\nblock_capture={word}\n", "utf-8")
    assert read(file).block_capture is blocks
    keep(file, read(file))
    assert read(file).block_capture is blocks


@pytest.mark.parametrize("minutes", [1, 2, 5, 10, 15, 30])
def test_the_window_locks_after_one_to_thirty_minutes(tmp_path, minutes):
    file = tmp_path / "voorkeuren.ini"
    keep(file, Preferences(lock_after=minutes))
    assert read(file).lock_after == minutes


def test_what_is_said_of_captures_is_true_here():
    assert capture_words(Preferences(), "win32") == CAPTURE_BLOCKED
    assert capture_words(Preferences(block_capture=False), "win32") == CAPTURE_ALLOWED
    assert capture_words(Preferences(), "linux") == CAPTURE_NOT_HERE
