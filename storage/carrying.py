# SPDX-License-Identifier: EUPL-1.2
"""Dossier files that go over to another catalogue or policy: what changes is told, and written where that is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile, FileOutOfReach
from assessment.exchange import write_dossier
from assessment.screening.carry_over import carried
from assessment.services.dossiers import is_decided
from assessment.services.new_catalogue import Effect, Report, effect
from assessment.services.transition import between, summary, transition
from storage.catalogues import Catalogues
from storage.dossier_file import read_dossier_file, write_file

_ITSELF = "dit is het bestand dat wordt gelezen. Kies met --uitvoer een andere map."


@dataclass
class Carrying:
    """Goes through files one by one; `summary()` says at the end which would get another result."""

    old: Catalogues
    new: Catalogue
    folder: Path | None
    _effects: list[Effect] = field(default_factory=list)
    _left_alone: list[str] = field(default_factory=list)

    def carry(self, path: Path) -> str:
        """Tell what changes in one dossier, and write it; raises FileOutOfReach, or FaultyFile with every fault."""
        dossier = read_dossier_file(path, self.old.codes)
        old = self.old[dossier.catalogue]
        if is_decided(dossier) or old.checksum == self.new.checksum:
            self._left_alone.append(dossier.reference)
            why = "is al besloten" if is_decided(dossier) else "loopt al onder deze catalogus en dit beleid"
            return f"{dossier.reference}\n  Niet gewijzigd: dit dossier {why}.\n"
        found = effect(dossier, old, self.new)
        if self.folder is not None:
            self._write(path, self.folder / path.name, dossier, found)
        self._effects.append(found)
        lines = [f"{dossier.reference}  {between(old, self.new)}"]
        for part in transition(dossier, found, old, self.new):
            lines += [f"  {part.title}", *(f"    {one}" for one in part.lines)]
        return "\n".join(lines) + "\n"

    def summary(self) -> str:
        """Say which of the dossiers would get another result."""
        return summary(Report(tuple(self._effects), tuple(self._left_alone)))

    def _write(self, path: Path, out: Path, dossier: Dossier, found: Effect) -> None:
        """Write the dossier as it is under the new catalogue; one that does not fit there is not written."""
        if out.exists() and out.samefile(path):
            raise FileOutOfReach(str(out), _ITSELF)
        if found.unknown:
            raise FaultyFile(found.unknown)
        write_file(out, write_dossier(carried(dossier, found.answers, self.new)))
