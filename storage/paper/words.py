# SPDX-License-Identifier: EUPL-1.2
"""The few words that the paper itself adds to a document, in Dutch."""

from __future__ import annotations

from typing import Final

RULE: Final = "§ regel"
JUDGEMENT: Final = "oordeel"
WARNING: Final = "Let op"
LINK_TO: Final = "Naar: {place}"
PAGE_OF: Final = "pagina {page} van {pages}"
PROVEN: Final = "bewezen"
NOT_PROVEN: Final = "niet bewezen"
AMOUNT: Final = "{value}, bewezen {solid}"
SUBJECT: Final = "betrokkene"
PERSON: Final = "persoon"
ORGANISATION: Final = "organisatie"
ENDED: Final = "beëindigd"
GRAPH_TOO_LARGE: Final = "De tekening is te groot voor dit blad. In woorden: {alt}"
PICTURE: Final = "Afbeelding"
