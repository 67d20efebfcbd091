# SPDX-License-Identifier: EUPL-1.2
"""Files outside the store are written whole or not at all, and what was there is not lost without need."""

import subprocess
import sys
from pathlib import Path

import pytest

from assessment.errors import FileOutOfReach
from storage.dossier_file import write_file

ROOT = Path(__file__).parents[2]


def test_a_file_is_written_over_an_older_one(tmp_path: Path) -> None:
    for content in (b"eerste", b"2"):
        write_file(tmp_path / "advies.pdf", content)
        assert (tmp_path / "advies.pdf").read_bytes() == content


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(FileOutOfReach, match="het is een map"):
        write_file(tmp_path, b"x")
    assert tmp_path.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot be told to take small files only")
@pytest.mark.parametrize("size", [2_000, 200_000])
def test_of_a_file_that_does_not_fit_nothing_is_left(tmp_path: Path, size: int) -> None:
    code = (
        "import pathlib, resource, sys; from assessment.errors import FileOutOfReach\n"
        "from storage.dossier_file import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_file(pathlib.Path(sys.argv[1]), bytes(int(sys.argv[2])))\n"
        "except FileOutOfReach: print('te groot')"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "advies.pdf"), str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "te groot"
    assert list(tmp_path.iterdir()) == []
