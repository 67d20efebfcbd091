# SPDX-License-Identifier: EUPL-1.2
"""The catalogues that ship, each loaded and checked when it is first asked for, and a municipality's layer on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.layer import apply, date_of
from assessment.catalogue.load import load_catalogue
from assessment.codes import Codes
from assessment.errors import Fault, FaultyFile, FileOutOfReach
from assessment.exchange import codes_of
from resources import files

_LAYER: Final = "*.yaml"
_NO_LAYER: Final = "in deze map staat geen eigen beleid: één tot twintig YAML-bestanden van elk ten hoogste 512 kB."
_NONE: Final = "geen van deze mappen met eigen beleid hoort bij de catalogus van {date}."
_TWICE: Final = "deze mappen met eigen beleid horen bij dezelfde catalogus, die van {date}; geef er één op."
MOST_FILES: Final = 20
LARGEST_FILE: Final = 512 * 1024
"""Bytes; a layer is written by hand."""


class Catalogues(Mapping[str, Catalogue]):
    """By date; a dossier keeps the one that it began with. A fault in a shipped file is a bug of ours.

    With the folders of `layers` each is given with the one that names its date; it raises FaultyFile where that one
    does not fit, or where there is none: a dossier is never quietly held against another policy than its own.
    """

    def __init__(
        self,
        layers: Sequence[Path] = (),
        dates: Callable[[], tuple[str, ...]] = files.catalogue_dates,
        read: Callable[[str], files.CatalogueFiles] = files.read_catalogue,
    ) -> None:
        """Read the layers and load nothing else yet; `dates` and `read` say what ships."""
        self._dates, self._read = dates, read
        self._layers = {folder: read_layer(folder) for folder in layers}
        self._loaded: dict[str, Catalogue] = {}
        self.codes: Mapping[str, Codes] = _CodesByDate(self)

    def __getitem__(self, date: str) -> Catalogue:
        """Give a catalogue; raises KeyError for a date that does not ship."""
        if date not in self._loaded:
            if date not in self._dates():
                raise KeyError(date)
            found = self._read(date)
            self._loaded[date] = self._with_layer(load_catalogue(found.content, found.date, found.checksum))
        return self._loaded[date]

    def __iter__(self) -> Iterator[str]:
        """Give the dates, oldest first."""
        return iter(self._dates())

    def __len__(self) -> int:
        """Count them."""
        return len(self._dates())

    def _with_layer(self, shipped: Catalogue) -> Catalogue:
        """Lay the municipality's own policy on a catalogue; what is wrong with it is told with its folder."""
        if not self._layers:
            return shipped
        folder = self._folder_for(shipped.date)
        try:
            return apply(shipped, self._layers[folder])
        except FaultyFile as error:
            raise FaultyFile(tuple(Fault(f"{folder}/{one.where}", one.what) for one in error.faults)) from None

    def _folder_for(self, date: str) -> Path:
        """Give the folder that names this date; where there is only one, `apply` says what does not fit."""
        of_date = [folder for folder, layer in self._layers.items() if date_of(layer) == date]
        if len(self._layers) == 1 or len(of_date) == 1:
            return next(iter(of_date or self._layers))
        where = ", ".join(str(one) for one in of_date or self._layers)
        raise FaultyFile((Fault(where, (_TWICE if of_date else _NONE).format(date=date)),))


def read_layer(folder: Path) -> files.CatalogueFiles:
    """Read the folder with a municipality's own layer; raises FileOutOfReach, or FaultyFile with every fault."""
    try:
        sizes = [one.stat().st_size for one in islice(folder.glob(_LAYER), MOST_FILES + 1)]
        if not sizes or len(sizes) > MOST_FILES or max(sizes) > LARGEST_FILE:
            raise FileOutOfReach(str(folder), _NO_LAYER)
        return files.read_folder(folder, "", _LAYER)
    except OSError:
        raise FileOutOfReach(str(folder), "deze map met eigen beleid is niet te lezen.") from None
    except files.UnreadableCatalogue as error:
        raise FaultyFile(tuple(Fault(where, what) for where, what in error.faults)) from None


class _CodesByDate(Mapping[str, Codes]):
    """The codes that a dossier may use, by the date of its catalogue."""

    def __init__(self, catalogues: Catalogues) -> None:
        self._catalogues = catalogues

    def __getitem__(self, date: str) -> Codes:
        return codes_of(self._catalogues[date])

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalogues)

    def __len__(self) -> int:
        return len(self._catalogues)
