# SPDX-License-Identifier: EUPL-1.2
"""What reads files that anybody may have written, with files to begin from, and what a reader may say of them."""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from types import SimpleNamespace
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.layer import FILES, HEADER, apply
from assessment.errors import DamagedStore, FaultyFile, FaultyPackage, NewerPackage, NewerStore
from assessment.exchange import FORMAT, codes_of, read_dossier
from assessment.package import Package
from resources.files import example_names, read_example
from resources.strict_yaml import read_yaml
from storage.keys.cost import Cost
from storage.keys.derive import KEY_SIZE
from storage.keys.key_file import VAULT_ID_SIZE, KeyFile, checksum
from storage.keys.reading import read_key_file
from storage.keys.slot import Lock, SlotKind, wrap
from storage.package.contents import DOSSIER, MANIFEST, pack, unpack
from storage.package.sealed import read_line, seal
from tests.assessment.catalogue.shipped import catalogue
from tests.fuzz.beside import anchors, manifests, read_as_anchor, read_as_manifest, with_mac
from tests.fuzz.mutations import MOST, of_bytes, of_json

FOLDER = Path(__file__).parent / "corpus"
CHEAP = Cost(8 * 1024, 1, 1)
_PHRASE = bytearray(b"A" * 20)

Change = Callable[[bytes, list[bytes], Random], bytes]


@dataclass(frozen=True)
class Reader:
    """`read` gives what came of it in a word, or raises one of `says`; anything else is a bug.

    `seeds` are files to begin from, `changes` the ways in which they are changed.
    """

    name: str
    seeds: Callable[[], list[bytes]]
    changes: tuple[Change, ...]
    read: Callable[[bytes], str]
    says: tuple[type[Exception], ...]

    def start(self) -> list[bytes]:
        """Give the seeds, and what earlier runs kept."""
        kept = sorted((FOLDER / self.name).glob("*")) if (FOLDER / self.name).is_dir() else []
        return [*self.seeds(), *(one.read_bytes() for one in kept)]


def _key_files() -> list[bytes]:
    vault, store_key = secrets.token_bytes(VAULT_ID_SIZE), bytearray(secrets.token_bytes(KEY_SIZE))
    locks = [Lock("wachtwoord", SlotKind.PASSWORD, bytearray(b"x" * 16), CHEAP)]
    locks.append(Lock("herstelsleutel", SlotKind.RECOVERY, bytearray(b"y" * 20), CHEAP))
    slots = tuple(wrap(store_key, lock, vault) for lock in locks)
    files = [KeyFile.sealed(vault, slots[:number], store_key) for number in (1, 2)]
    new = bytearray(reversed(store_key))
    files.append(files[1].sealed_for(store_key, new, by=store_key))  # as it is while re-keying
    earlier = (FOLDER.parents[1] / "storage" / "old" / "0003" / "store.keys.json").read_bytes()
    return [*(one.to_bytes() for one in files), earlier]


def _key_file(text: bytes) -> str:
    return f"{len(read_key_file(text).slots)} slots"


def with_checksum(text: bytes, others: list[bytes], chance: Random) -> bytes:
    """Change a key file as JSON and sum it up anew, so that what lies behind the checksum is reached."""
    changed = of_json(text, others, chance)
    try:
        outer = json.loads(changed)
        outer["check"] = checksum({key: value for key, value in outer.items() if key != "check"})
        return json.dumps(outer).encode()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return changed


def _examples() -> list[bytes]:
    small = {"format": FORMAT, "reference": "BIB-1", "catalogue": "2026-01-01", "assessed_on": "2026-06-02"}
    return [json.dumps(small).encode(), *(read_example(name) for name in example_names())]


def _dossier(text: bytes) -> str:
    """Read a dossier and assess it: whatever was read, has an outcome."""
    dossier = read_dossier(text, codes_of(_catalogue()))
    return assess(dossier, _catalogue()).a.indication.value


@cache
def _catalogue() -> Catalogue:
    return catalogue()


def _policies() -> list[bytes]:
    """Files of a layer in one text, each below its name: what a beheerder writes by hand."""
    header = 'municipality: gemeente Fictenveen\nprefix: FIC\nsource: Beleidsregel\ncatalogue: "2026-01-01"\n'
    day, reading = '{day: "2029-05-11", source: Stcrt.}', "{id: expiry-day, value: counted, rule: r}"
    terms = f"equated_days:\n  - {day}\nreadings:\n  - {reading}\n"
    rule = "{id: EXP, trigger: sample, share: 0.1, rule: r}"
    policy = f"terms:\n  - {{id: supplement, weeks: 3, rule: r}}\ntriage:\n  - {rule}\n"
    settings = "settings:\n  - {id: large_benefit, value: 20000, reason: r, source: s}\n"
    files = {"gemeente.yaml": header, "terms.yaml": terms, "policy.yaml": policy, "weighing.yaml": settings}
    return [
        "".join(f"--- {name}\n{text}" for name, text in files.items()).encode(),
        f"--- gemeente.yaml\n{header}".encode(),
    ]


def _policy(text: bytes) -> str:
    content: dict[str, object] = {}
    for part in text.split(b"--- ")[1:]:
        name, _, body = part.partition(b"\n")
        known = name.decode("ascii", "replace").strip()
        content[known if known in (*FILES, HEADER) else known[:20]], faults = read_yaml(body, known)
        if faults:
            return "no YAML"
    return "laid" if apply(_catalogue(), SimpleNamespace(content=content, checksum="sha256:0")).own else "nothing"


def _packages() -> list[bytes]:
    """Contents of packages, and whole ones: what a colleague sends, and what anybody may have put in its place."""
    at = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)
    small = pack(Package(read_dossier(_examples()[0]), "Ada Voorbeeld", at))
    return [small, pack(Package(read_dossier(_examples()[1]), "Ada", at)), seal(small, _PHRASE)]


def _package(text: bytes) -> str:
    """Read a package; one that begins as a file does is read by its first line too."""
    if text.startswith(b"PK"):
        return assess(unpack(text, codes_of(_catalogue())).dossier, _catalogue()).a.indication.value
    _, cost, wrapped = read_line(text.partition(b"\n")[0])
    return f"{cost.lanes} lanes, {len(wrapped) // 40}"


def of_members(text: bytes, others: list[bytes], chance: Random) -> bytes:
    """Change the manifest or the dossier in a package, and write sizes and checksums anew, to reach what is behind."""
    try:
        with ZipFile(BytesIO(text)) as archive:
            found = {name: archive.read(name)[:MOST] for name in archive.namelist()[:4]}
        name = chance.choice(sorted(found))
        found[name] = of_json(found[name], list(found.values()), chance)
        if DOSSIER in found and name == DOSSIER:
            sums = {"size": len(found[DOSSIER]), "sha256": sha256(found[DOSSIER]).hexdigest()}
            found[MANIFEST] = json.dumps({**json.loads(found[MANIFEST]), "files": {DOSSIER: sums}}).encode()
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, OverflowError, IndexError):
        return of_bytes(text, others, chance)
    out = BytesIO()
    with ZipFile(out, "w", chance.choice((ZIP_STORED, ZIP_DEFLATED))) as archive:
        for one, content in found.items():
            archive.writestr(one, content)
    return out.getvalue()


READERS = {
    one.name: one
    for one in (
        Reader("key-file", _key_files, (of_bytes, of_json, with_checksum), _key_file, (DamagedStore, NewerStore)),
        Reader("dossier", _examples, (of_bytes, of_json, of_json, of_json), _dossier, (FaultyFile,)),
        Reader(
            "package",
            _packages,
            (of_bytes, of_members, of_members),
            _package,
            (FaultyPackage, NewerPackage, FaultyFile),
        ),
        Reader("policy", _policies, (of_bytes,), _policy, (FaultyFile,)),
        Reader("anchor", anchors, (of_bytes, of_json, with_mac), read_as_anchor, (ValueError,)),
        Reader("manifest", manifests, (of_bytes, of_json, of_json), read_as_manifest, ()),
    )
}
