# SPDX-License-Identifier: EUPL-1.2
"""From plain data of catalogue files to a checked catalogue; all faults are told at once.

A new kind of file is one line in `PARTS`, one reader, and one field of `Catalogue`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.catalogue.catalogue import Catalogue, read_legal_forms, read_sources
from assessment.catalogue.check import read_checks
from assessment.catalogue.checklist import read_questions, read_themes
from assessment.catalogue.duty import read_duties
from assessment.catalogue.inquiry import read_inquiry
from assessment.catalogue.norm import read_norms
from assessment.catalogue.offence import read_offences
from assessment.catalogue.partner import read_bases, read_partners
from assessment.catalogue.permit import read_permits
from assessment.catalogue.policy import read_policy
from assessment.catalogue.read_term import read_terms
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.verify import verify
from assessment.catalogue.vocabulary import read_explanations, read_words
from assessment.catalogue.weighing import read_framework
from assessment.catalogue.wording import read_sentences
from assessment.errors import FaultyFile


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the catalogue: the file (or folder, ending in `/`) it stands in, and its reader.

    The reader takes the top of a file, without its `date` and `source`, and gives a value. Values from several files of
    a folder are put together: mappings are merged, rows are joined.
    """

    file: str
    field: str
    read: Callable[[Entry], Any]


PARTS: tuple[Part, ...] = (
    Part("permits.yaml", "permits", read_permits),
    Part("bases.yaml", "bases", read_bases),
    Part("partners.yaml", "partners", read_partners),
    Part("offences.yaml", "offences", read_offences),
    Part("legal-forms.yaml", "legal_forms", read_legal_forms),
    Part("sources.yaml", "sources", read_sources),
    Part("words.yaml", "words", read_words),
    Part("words.yaml", "explanations", read_explanations),
    Part("checklist/", "themes", read_themes),
    Part("checklist/", "questions", read_questions),
    Part("inquiry.yaml", "inquiry", read_inquiry),
    Part("weighing.yaml", "framework", read_framework),
    Part("checks.yaml", "checks", read_checks),
    Part("terms.yaml", "terms", read_terms),
    Part("duties.yaml", "duties", read_duties),
    Part("policy.yaml", "policy", read_policy),
    Part("telling.yaml", "sentences", read_sentences),
    Part("norms.yaml", "norms", read_norms),
)


def load_catalogue(files: Mapping[str, object], date: str, checksum: str) -> Catalogue:
    """Read and check a catalogue; raises FaultyFile with every fault (file › id › key: what)."""
    faults = Faults()
    tops = {name: _top(raw, name, date, faults) for name, raw in files.items()}
    fields = {part.field: _read(part, tops, faults) for part in PARTS}
    for top in tops.values():
        top.close()
    missing = [part.file for part in PARTS if not _files_of(part, tops)]
    for file in dict.fromkeys(missing):
        faults.add(file, "dit bestand ontbreekt")
    if not missing:
        catalogue = Catalogue(date=date, checksum=checksum, **fields)
        verify(catalogue, faults)
    if faults.found:
        raise FaultyFile(tuple(faults.found))
    return catalogue


def _top(raw: object, name: str, date: str, faults: Faults) -> Entry:
    """Open one file: it may say of which date it is, and name the source of the whole."""
    if not any(name == part.file or (part.file.endswith("/") and name.startswith(part.file)) for part in PARTS):
        faults.add(name, "dit bestand is onbekend")
    top = Entry(raw, name, faults)
    if top.text("date", needed=False) not in ("", date):
        top.fault("date", f"hier hoort {date} te staan")
    top.text("source", needed=False)
    return top


def _files_of(part: Part, tops: Mapping[str, Entry]) -> list[Entry]:
    if part.file.endswith("/"):
        return [top for name, top in tops.items() if name.startswith(part.file)]
    return [tops[part.file]] if part.file in tops else []


def _read(part: Part, tops: Mapping[str, Entry], faults: Faults) -> Any:
    values = [part.read(top) for top in _files_of(part, tops)]
    if part.file.endswith("/"):
        return _together(values, part, faults)
    return values[0] if values else None


def _together(values: list[Any], part: Part, faults: Faults) -> Any:
    if all(isinstance(value, tuple) for value in values):
        return tuple(one for value in values for one in value)
    for id_ in _twice(id_ for value in values for id_ in value):
        faults.add(f"{part.file} › {id_} › id", f"{id_} staat er twee keer")
    return {id_: one for value in values for id_, one in value.items()}


def _twice(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [id_ for id_ in ids if id_ in seen or seen.add(id_)]  # type: ignore[func-returns-value]
