# SPDX-License-Identifier: EUPL-1.2
"""The receipt: proof that the same dossier, catalogue and program give the same outcome."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

import rfc8785

from assessment.dossier.dossier import Dossier
from assessment.exchange import dossier_to_wire
from assessment.known import NOT_LISTED


def digest(value: Any) -> str:
    """Give the SHA-256 of the canonical JSON (RFC 8785) of a value, as `sha256:…`."""
    return f"sha256:{sha256(rfc8785.dumps(value)).hexdigest()}"


def receipt(dossier: Dossier, catalogue_checksum: str, program: str, result: dict[str, Any]) -> str:
    """Seal an outcome; `result` is the assessment file without its own receipt."""
    return digest(
        {
            "dossier": dossier_to_wire(dossier),
            "catalogue": catalogue_checksum,
            "program": program,
            "result": result,
        }
    )


def seal(dossier: Dossier) -> str:
    """Seal a dossier for its second reader: everything but the reviews (dossier-format)."""
    return digest(dossier_to_wire(replace(dossier, reviews=NOT_LISTED)))
