# SPDX-License-Identifier: EUPL-1.2
"""Where in a dossier a record is spoken of, in words: it cannot be removed before that is gone."""

from __future__ import annotations

import re
from typing import Any

from assessment.dossier.dossier import Dossier
from assessment.exchange import dossier_to_wire
from assessment.references import spoken_of

_PATH = re.compile(r"\$\.(\w+)(?:\.(\w+))?(?:\[(\d+)\])?")
_WORDS = {
    "subject": "betrokkene",
    "relations": "relatie",
    "information": "informatie",
    "facts": "feit",
    "financing": "de financiering",
    "answers": "vraag",
    "events": "het verloop van de procedure",
    "bureau_advices": "advies van het Bureau",
    "hearings": "zienswijze",
    "conclusion": "de conclusie",
}
_AT_MOST = 3


def where_mentioned(dossier: Dossier, id_: str) -> tuple[str, str]:
    """Give a sentence part (`feit f7, relatie r3 en nog 2`) and the first place to go to; empty when nowhere."""
    raw = dossier_to_wire(dossier)
    found = dict(_told(raw, path) for path in spoken_of(raw, id_))
    words = list(found)
    if not words:
        return "", ""
    more = f" en nog {len(words) - _AT_MOST} andere" if len(words) > _AT_MOST else ""
    return ", ".join(words[:_AT_MOST]) + more, found[words[0]]


def _told(raw: dict[str, Any], path: str) -> tuple[str, str]:
    """Give the words of a JSON path and the place a link can lead to."""
    part, _, number = _PATH.match(path).groups()
    record = raw[part][int(number)] if number and isinstance(raw[part], list) else None
    own = (record.get("id") or record.get("question") or "") if isinstance(record, dict) else ""
    return f"{_WORDS.get(part, part)} {own}".strip(), own or part
