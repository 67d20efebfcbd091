# SPDX-License-Identifier: EUPL-1.2
"""An offence to obtain or keep the decision (Wet Bibob art. 3 par. 6; weighing.md no. 17).

Par. 6 knows no degree of danger and no relation: five elements, a source that carries them, and a suspicion of at
least moderate weight. Art. 3a par. 3 does not speak of it; what an acquittal means here is asked by a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.weighing import Framework
from assessment.dossier.fact import Suspicion, ToObtain
from assessment.inquiry.unknown import Missing
from assessment.known import known
from assessment.outcome import Admission, EvidenceClass, Invoked, ObtainOutcome, Reason
from assessment.weighing.standing import Standing

ELEMENTS: Final = ("question", "answer", "truth", "intent", "relevance")
SOURCES: Final = "sources"
SUSPICION: Final = "suspicion"
PLAUSIBLE: Final = "offence_plausible"


@dataclass(frozen=True, slots=True)
class Element:
    """One fact under par. 6 and what it still lacks; nothing when par. 6 can be invoked on it."""

    fact: str
    missing: tuple[str, ...]


def obtained(
    standings: Iterable[Standing], admissions: Mapping[str, Admission], framework: Framework
) -> tuple[ObtainOutcome, tuple[Element, ...]]:
    """Say whether par. 6 can be invoked, on which facts, and what is missing."""
    elements = tuple(filter(None, (element(one, admissions) for one in standings)))
    facts = tuple(one.fact for one in elements if not one.missing)
    missing = tuple(dict.fromkeys(name for one in elements for name in one.missing)) if not facts else ()
    indication = Invoked.INVOKED if facts else Invoked.UNDETERMINED if elements else Invoked.NOT_INVOKED
    sentence = framework.reasons[f"obtain-{indication.value}"]
    about = facts or tuple(one.fact for one in elements)
    reason = Reason(sentence.text, sentence.source, about=about, rule=sentence.id)
    return ObtainOutcome(indication, missing, facts, (reason,)), elements


def element(standing: Standing, admissions: Mapping[str, Admission]) -> Element | None:
    """Give what a fact lacks under par. 6; None when it has nothing to do with it."""
    record = standing.fact.to_obtain
    if not isinstance(record, ToObtain) or standing.evidence_class is EvidenceClass.NOT_PLAUSIBLE:
        return None
    missing = [name for name in ELEMENTS if not (known(getattr(record, name)) or "").strip()]
    sources = {*record.sources, *standing.fact.sources}
    if not any(id_ in admissions and admissions[id_].may_carry for id_ in sources):
        missing.append(SOURCES)
    if not standing.points_to:
        missing += _suspicion(standing)
    return Element(standing.id, tuple(missing))


def _suspicion(standing: Standing) -> list[str]:
    suspicion = known(standing.fact.suspicion)
    missing = [SUSPICION] if suspicion in {None, Suspicion.SLIGHT} else []
    return [*missing, PLAUSIBLE] if Missing.PLAUSIBLE in standing.missing else missing
