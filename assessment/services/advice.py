# SPDX-License-Identifier: EUPL-1.2
"""Make the advice: from dossier to the bytes of a PDF, in memory."""

from __future__ import annotations

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.exchange import write_dossier
from assessment.outcome import Assessment
from assessment.ports import WritePdf
from assessment.telling.advice import advise
from assessment.telling.block import Attachment, Document
from assessment.telling.issue import Issue, Standing


def standing(assessment: Assessment) -> Standing:
    """Say whether an advice may be final: nothing blocks it or waits for an answer (blueprint 4.8).

    So a second reader has agreed as well.
    """
    return Standing.CONCEPT if any(one.holds_back for one in assessment.checks) else Standing.FINAL


def internal_document(dossier: Dossier, assessment: Assessment, catalogue: Catalogue, drafted_by: str = "") -> Document:
    """Put the internal variant together, with the machine-readable dossier inside it."""
    attachment = Attachment(
        "dossier.json", "application/json", write_dossier(dossier), "Het dossier, leesbaar voor een computer"
    )
    issue = Issue(standing(assessment), drafted_by=drafted_by)
    return advise(dossier, assessment, catalogue, (attachment,), issue)


def internal_advice(dossier: Dossier, catalogue: Catalogue, write_pdf: WritePdf) -> bytes:
    """Assess a dossier and make its internal advice."""
    return write_pdf(internal_document(dossier, assess(dossier, catalogue), catalogue))
