# SPDX-License-Identifier: EUPL-1.2
"""A package opens with its phrase and gives back the dossier; whatever else it is, it is refused with one sentence."""

import json
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.errors import FaultyFile, FaultyPackage, FileOutOfReach, Hindrance, NewerPackage, WrongPhrase
from assessment.exchange import codes_of, write_dossier
from assessment.package import Package
from storage.keys.canonical import canonical
from storage.keys.cost import MIB, Cost
from storage.package import files, sealed
from storage.package.contents import DOSSIER, MANIFEST, pack, unpack
from storage.package.files import read_package, write_package
from storage.package.phrase import new_phrase, read_phrase
from storage.package.sealed import seal, unseal
from tests.assessment.catalogue.shipped import catalogue
from tests.storage.stores import FILES, dossier_of, small

AT = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)
CODES = codes_of(catalogue())


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "FLOOR", Cost(8 * MIB, 1, 1))


@pytest.fixture
def sent(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "dossier.toetspakket"
    return path, write_package(path, Package(small(), "Ada Voorbeeld", AT))


@pytest.mark.parametrize("path", FILES[:4], ids=lambda path: path.stem)
def test_what_goes_in_comes_out(path: Path) -> None:
    package = Package(dossier_of(path), "Ada Voorbeeld", AT)
    assert unpack(pack(package), CODES) == package


def test_a_package_opens_with_its_phrase_however_it_is_typed(sent: tuple[Path, str]) -> None:
    path, phrase = sent
    assert re.fullmatch(r"([0-9A-Z]{4}-){4}[0-9A-Z]{4}", phrase)
    for typed in (phrase, phrase.lower().replace("-", " "), phrase.replace("0", "o").replace("1", "l")):
        assert read_package(path, typed, CODES).dossier == small()


@pytest.mark.parametrize("typed", ["", "welkom01", "AAAA-AAAA-AAAA-AAAA-AAAA", "A" * 5000])
def test_another_phrase_opens_nothing_and_says_so(sent: tuple[Path, str], typed: str) -> None:
    with pytest.raises(WrongPhrase):
        read_package(sent[0], typed, CODES)


def test_nothing_of_it_can_be_read(sent: tuple[Path, str]) -> None:
    content = sent[0].read_bytes()
    for word in (b"Fictema", b"BIB-2026", b"Ada", b"dossier.json", b"PK"):
        assert word not in content


def test_two_packages_of_one_dossier_share_no_key() -> None:
    phrase = bytearray(b"A" * 20)
    assert len({seal(b"inhoud", phrase).partition(b"\n")[0] for _ in range(5)}) == 5


def test_a_changed_bit_is_refused() -> None:
    phrase = bytearray(b"A" * 20)
    content = seal(b"inhoud van een pakket", phrase)
    for place in range(0, len(content), 3):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        with pytest.raises(Hindrance):
            unseal(bytes(changed), phrase)


@given(st.integers(0, 400))
def test_one_that_was_cut_off_is_refused(keep: int) -> None:
    phrase = bytearray(b"A" * 20)
    content = seal(b"inhoud van een pakket", phrase)
    with pytest.raises(Hindrance):
        unseal(content[: min(keep, len(content) - 1)], phrase)


@given(st.binary(max_size=300))
def test_any_bytes_are_no_package(content: bytes) -> None:
    with pytest.raises(FaultyPackage):
        unseal(content, bytearray(b"A" * 20))


def line_of(**changes: object) -> bytes:
    content = seal(b"", bytearray(b"A" * 20))
    raw = json.loads(content.partition(b"\n")[0])
    return canonical(raw | changes) + b"\n"


@pytest.mark.parametrize("changes", [{"m": 2**31, "t": 2**31}, {"p": True}, {"salt": "00"}, {"more": 1}, {"m": "8"}])
def test_limits_are_checked_before_anything_is_run(changes: dict[str, object]) -> None:
    with pytest.raises(FaultyPackage):
        unseal(line_of(**changes), bytearray(b"A" * 20))


def test_a_newer_one_says_so() -> None:
    with pytest.raises(NewerPackage) as refusal:
        unseal(line_of(version=2, more=1), bytearray(b"A" * 20))
    assert "nieuwere versie" in refusal.value.sentence


def zipped(members: dict[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def members(**changes: object) -> dict[str, bytes]:
    with ZipFile(BytesIO(pack(Package(small(), "Ada", AT)))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    return found | {MANIFEST: json.dumps(json.loads(found[MANIFEST]) | changes).encode()}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK", zipped({}), zipped({MANIFEST: b"{}"}), zipped({MANIFEST: b"["}),
        zipped(members() | {"../../weg": b"x"}), zipped(members(by="x" * 999)), zipped(members(by="a\n")),
        zipped(members(made_at="gisteren")), zipped(members(made_at="2026-06-02T10:00:00")),
        zipped(members(files={})), zipped(members(files={DOSSIER: {"size": 3, "sha256": "0"}})),
        zipped(members() | {DOSSIER: write_dossier(small("BIB-2026-0002"))}),
        zipped(members() | {DOSSIER: bytes(70 * 1024 * 1024)}), zipped(members() | {MANIFEST: b" " * 5000}),
    ],
)  # fmt: skip
def test_contents_that_are_not_right_are_refused(content: bytes) -> None:
    with pytest.raises((FaultyPackage, FaultyFile)):
        unpack(content, CODES)


def test_how_it_is_compressed_does_not_matter() -> None:
    assert unpack(zipped(members(), ZIP_LZMA), CODES).by == "Ada"


def test_contents_of_a_newer_version_say_so() -> None:
    with pytest.raises(NewerPackage):
        unpack(zipped(members(version=2)), CODES)


def test_a_file_that_is_too_large_or_out_of_reach_is_told(
    sent: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, phrase = sent
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(FaultyPackage, match="te groot"):
        read_package(path, phrase, CODES)
    for there in (tmp_path, tmp_path / "weg"):
        with pytest.raises(FileOutOfReach):
            read_package(there, phrase, CODES)


def test_phrases_differ_and_are_read_back() -> None:
    phrases = {new_phrase() for _ in range(50)}
    assert len(phrases) == 50
    assert all(read_phrase(one) == one.replace("-", "").encode() for one in phrases)
