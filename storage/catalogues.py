# SPDX-License-Identifier: EUPL-1.2
"""The catalogues that ship, each loaded and checked when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.codes import Codes
from assessment.exchange import codes_of
from resources import files


class Catalogues(Mapping[str, Catalogue]):
    """By date; a dossier keeps the one that it began with. A fault in a shipped file is a bug of ours."""

    def __init__(
        self,
        dates: Callable[[], tuple[str, ...]] = files.catalogue_dates,
        read: Callable[[str], files.CatalogueFiles] = files.read_catalogue,
    ) -> None:
        """Load nothing yet; `dates` and `read` say what ships."""
        self._dates, self._read = dates, read
        self._loaded: dict[str, Catalogue] = {}
        self.codes: Mapping[str, Codes] = _CodesByDate(self)

    def __getitem__(self, date: str) -> Catalogue:
        """Give a catalogue; raises KeyError for a date that does not ship."""
        if date not in self._loaded:
            if date not in self._dates():
                raise KeyError(date)
            found = self._read(date)
            self._loaded[date] = load_catalogue(found.content, found.date, found.checksum)
        return self._loaded[date]

    def __iter__(self) -> Iterator[str]:
        """Give the dates, oldest first."""
        return iter(self._dates())

    def __len__(self) -> int:
        """Count them."""
        return len(self._dates())


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
