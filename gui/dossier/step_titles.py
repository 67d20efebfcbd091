# SPDX-License-Identifier: EUPL-1.2
"""How the nine steps are called, for whoever names one without making its page."""

from __future__ import annotations

TITLES = {
    "application": "Aanvraag",
    "parties": "Betrokkenen",
    "documents": "Stukken",
    "financing": "Financiering",
    "information": "Informatie",
    "facts": "Feiten",
    "screening": "Vragenlijst",
    "weighing": "Weging",
    "advice": "Advies",
}
