# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own layer on a catalogue: a folder of files that adds, switches off, and sets policy.

It can add questions of its own, switch shipped questions off, fill the policy in, change settings of the framework
between their bounds, and lay down what the statute leaves open in counting terms. It can never weaken what the law
asks: checks, bases of the gate, classes of evidence, statutory terms and duties have no place in it, and whatever
stands there all the same is refused with file, id and key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final, Protocol, TypeVar

from assessment.catalogue.catalogue import Catalogue, Own, read_sources
from assessment.catalogue.own_questions import added_questions, switched_off
from assessment.catalogue.own_settings import changed_settings
from assessment.catalogue.own_terms import own_names, read_own_terms
from assessment.catalogue.policy import read_own_policy
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.term import TermRules
from assessment.catalogue.verify import verify_questions
from assessment.errors import FaultyFile

HEADER: Final = "gemeente.yaml"
FILES: Final[Mapping[str, Mapping[str, object]]] = {
    "sources.yaml": {"sources": ()},
    "questions.yaml": {"questions": ()},
    "switched-off.yaml": {"questions": ()},
    "weighing.yaml": {"settings": ()},
    "policy.yaml": {},
    "terms.yaml": {},
}
"""The files of a layer beside its header, and what one that is not there says."""

K = TypeVar("K")
_PREFIX = re.compile(r"[A-Z]{2,5}", re.ASCII)
_REFUSED: Final = "een eigen laag verandert dit niet; zij voegt vragen toe, zet vragen uit en vult beleid in"


class _Changeable(Protocol):
    """What a municipality can change, and then bears its name."""

    @property
    def changed_by(self) -> str: ...


class LayerFiles(Protocol):
    """The plain data of a layer by file name, and the checksum over names and bytes."""

    @property
    def content(self) -> Mapping[str, object]:
        """The plain data by file name."""
        ...

    @property
    def checksum(self) -> str:
        """The SHA-256 over names and bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Header:
    """Whose layer it is, how the ids of its questions begin, and on which policy it rests."""

    municipality: str
    prefix: str
    source: str


def apply(catalogue: Catalogue, files: LayerFiles) -> Catalogue:
    """Lay the files on a catalogue; raises FaultyFile with every fault (file › id › key: what)."""
    faults = Faults()
    content = files.content
    for name in sorted(content.keys() - {HEADER, *FILES}):
        _refuse(content[name], name, faults)
    header = _header(Entry(content.get(HEADER, {}), HEADER, faults), catalogue)
    tops = {name: Entry(content.get(name, absent), name, faults) for name, absent in FILES.items()}
    layered = _lay(catalogue, tops, header, faults)
    for name, top in tops.items():
        if left := {key: top.take(key) for key in top.keys}:
            _refuse(left, name, faults)
    if faults.found:
        raise FaultyFile(tuple(faults.found))
    checksum = sha256(f"{catalogue.checksum}\0{files.checksum}".encode()).hexdigest()
    return replace(layered, checksum=f"sha256:{checksum}")


def date_of(files: LayerFiles) -> str:
    """Name the catalogue that a layer says it belongs to; empty where it does not."""
    header = files.content.get(HEADER)
    return str(header.get("catalogue", "")) if isinstance(header, Mapping) else ""


def _lay(catalogue: Catalogue, tops: Mapping[str, Entry], header: Header, faults: Faults) -> Catalogue:
    """Read each file on top of the catalogue."""
    by = header.municipality
    sources = read_sources(tops["sources.yaml"])
    _begins(sources, header, "sources", faults)
    added = added_questions(tops["questions.yaml"], catalogue, header.prefix)
    questions = {**catalogue.questions, **added}
    off = switched_off(tops["switched-off.yaml"], questions, added)
    settings = changed_settings(tops["weighing.yaml"], catalogue.framework, by)
    policy = read_own_policy(tops["policy.yaml"], catalogue.policy, catalogue.permits, by)
    terms = read_own_terms(tops["terms.yaml"], catalogue.terms, by)
    layered = replace(
        catalogue,
        questions={**questions, **off},
        sources={**catalogue.sources, **sources},
        framework=catalogue.framework.with_settings(settings),
        policy=policy,
        terms=terms,
        words={**catalogue.words, "procedure": {**catalogue.words["procedure"], **own_names(terms)}},
    )
    own = Own(by, header.source, tuple(added), tuple(off), tuple(settings), _changed(policy.terms))
    verify_questions(layered, faults, added)
    return replace(layered, own=_with_counting(own, catalogue.terms, terms))


def _with_counting(own: Own, shipped: TermRules, terms: TermRules) -> Own:
    """Name what the municipality laid down about counting."""
    days = tuple(sorted(terms.equated.keys() - shipped.equated.keys()))
    return replace(own, days=days, readings=_changed(terms.readings), procedures=_changed(terms.procedures))


def _changed(found: Mapping[K, _Changeable]) -> tuple[K, ...]:
    return tuple(id_ for id_, one in found.items() if one.changed_by)


def _header(top: Entry, catalogue: Catalogue) -> Header:
    header = Header(top.text("municipality"), top.text("prefix"), top.text("source"))
    if header.prefix and not _PREFIX.fullmatch(header.prefix):
        top.fault("prefix", "hier horen twee tot vijf hoofdletters te staan")
    if any(id_.startswith(f"{header.prefix}-") for id_ in catalogue.questions):
        top.fault("prefix", f"{header.prefix} is al in gebruik bij de landelijke vragen")
    if header.prefix in catalogue.permits:
        top.fault("prefix", f"{header.prefix} is al in gebruik voor een soort vergunning")
    if top.text("catalogue") not in ("", catalogue.date):
        top.fault("catalogue", f"deze laag hoort bij een andere catalogus dan {catalogue.date}")
    top.close()
    return header


def _begins(ids: Mapping[str, object], header: Header, kind: str, faults: Faults) -> None:
    for id_ in ids:
        if not id_.startswith(f"{header.prefix}-"):
            faults.add(f"{faults.places[kind, id_]} › id", f"hier hoort {header.prefix}- vooraan te staan")


def _refuse(raw: object, where: str, faults: Faults) -> None:
    """Name everything in a file that has no place in a layer, down to the key.

    Two lists of one file can hold the same id; only then the list is named as well.
    """
    places = tuple(_leaves(raw, where, where)) if raw else ((where, where),)
    times = Counter(place for place, _ in places)
    for place, full in places:
        faults.add(place if times[place] == 1 else full, _REFUSED)


def _leaves(raw: Any, where: str, full: str) -> Iterator[tuple[str, str]]:
    """Give the place of each value, without and with the lists on the way."""
    if isinstance(raw, Mapping) and raw.keys() - {"id"}:
        for key, one in raw.items():
            if key != "id":
                yield from _leaves(one, f"{where} › {key}", f"{full} › {key}")
    elif isinstance(raw, list) and any(isinstance(one, Mapping) for one in raw):
        for number, one in enumerate(raw, 1):
            id_ = one.get("id", f"nr. {number}") if isinstance(one, Mapping) else f"nr. {number}"
            yield from _leaves(one, f"{where.rpartition(' › ')[0] or where} › {id_}", f"{full} › {id_}")
    else:
        yield where, full
