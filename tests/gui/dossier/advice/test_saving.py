# SPDX-License-Identifier: EUPL-1.2
"""An advice is written whole, where it was asked, and nowhere else."""

import os
import stat

import pytest

from assessment.errors import FileOutOfReach
from gui.dossier.placing import file_name
from gui.dossier.saving import save


def test_the_bytes_stand_there_for_the_owner_only(tmp_path):
    target = tmp_path / "advies.pdf"
    save(str(target), b"%PDF inhoud")
    assert target.read_bytes() == b"%PDF inhoud"
    assert [one.name for one in tmp_path.iterdir()] == ["advies.pdf"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_older_file_is_replaced(tmp_path):
    target = tmp_path / "advies.pdf"
    target.write_bytes(b"ouder en langer dan het nieuwe")
    save(str(target), b"nieuw")
    assert target.read_bytes() == b"nieuw"


@pytest.mark.parametrize(("name", "words"), [("weg/advies.pdf", "map bestaat niet"), ("", "dit is een map")])
def test_a_place_that_cannot_be_is_said_in_one_sentence(tmp_path, name, words):
    with pytest.raises(FileOutOfReach) as found:
        save(str(tmp_path / name), b"x")
    assert words in found.value.sentence
    assert found.value.sentence.endswith("Er is niets gewijzigd.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FileOutOfReach) as found:
        save(str(tmp_path / "advies.pdf"), b"x")
    assert "geen rechten" in found.value.sentence


def test_a_full_disk_leaves_what_was_there_whole_and_nothing_beside_it(tmp_path):
    target = tmp_path / "advies.pdf"
    target.write_bytes(b"ouder")
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(FileOutOfReach) as found:
            save(str(target), b"x" * 200_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "schijf is vol" in found.value.sentence
    assert target.read_bytes() == b"ouder"
    assert [one.name for one in tmp_path.iterdir()] == ["advies.pdf"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BIB-2026-0014 advies concept.pdf", "BIB-2026-0014 advies concept.pdf"),
        ("../../B:7 advies.pdf", "-..-B-7 advies.pdf"),
        ("a\nb.pdf", "a-b.pdf"),
    ],
)
def test_a_reference_becomes_a_name_that_every_system_takes(text, name):
    assert file_name(text) == name
