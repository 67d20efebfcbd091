# SPDX-License-Identifier: EUPL-1.2
"""What an advice is told from: dossier, assessment and catalogue, with the words that the sections share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Route
from assessment.dossier.conclusion import Conclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Classification, Consent, Information
from assessment.explanation.fact import explain_fact
from assessment.explanation.ground import explain_ground
from assessment.explanation.options import explain_options
from assessment.explanation.tree import FollowsFrom
from assessment.known import NOT_KNOWN_WORD, Maybe, NotKnown
from assessment.outcome import Admission, Assessment, Check, FactOutcome, GroundOutcome, Verdict
from assessment.telling.block import Cell, Paragraph, Span, Tone
from assessment.telling.issue import AS_CONCEPT, Issue
from assessment.telling.words import small, told

_NAMES = re.compile(r"(\bf\d+\b)", re.ASCII)
_PARTIES = re.compile(r"\bp\d+\b", re.ASCII)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Material:
    """The values behind one document; every section is a function of it."""

    dossier: Dossier
    assessment: Assessment
    catalogue: Catalogue
    issue: Issue = AS_CONCEPT

    def word(self, code: Maybe[StrEnum] | StrEnum) -> str:
        """Give the Dutch word for a code of a closed set; the vocabulary bears the name of the set."""
        if code is None or isinstance(code, NotKnown):
            return told(code)
        if isinstance(code, Verdict):
            return self.catalogue.word("gate-verdict", code.value)
        return self.catalogue.word(_HUMP.sub("-", type(code).__name__).lower(), code.value)

    def row(self, rule: str) -> str:
        """Name a row of the framework as people call it; its id where it has no name."""
        row = self.catalogue.framework.rows.get(rule)
        return (row.name if row else "") or f"regel {rule}"

    def say(self, id_: str, **parts: str) -> str:
        """Give a fixed sentence of the catalogue with its places filled."""
        return self.catalogue.sentences[id_].filled(**parts)

    def source(self, id_: str) -> str:
        """Give the article on which a fixed sentence rests."""
        return self.catalogue.sentences[id_].source

    def rule(self, id_: str, **parts: str) -> Paragraph:
        """Give a fixed sentence as a paragraph that follows from a rule, with its source."""
        return Paragraph((Span(self.say(id_, **parts)), Span(f" ({self.source(id_)})")), Tone.RULE)

    def why_fact(self, outcome: FactOutcome) -> FollowsFrom:
        """Explain what follows about a fact, and what the officer judged of it."""
        fact = next((one for one in self.dossier.facts if one.id == outcome.id), None)
        return explain_fact(outcome, fact, self.catalogue)

    def why_ground(self, outcome: GroundOutcome) -> FollowsFrom:
        """Explain the indication of ground a or b."""
        return explain_ground(outcome, self.assessment, self.dossier, self.catalogue)

    @property
    def why_options(self) -> Mapping[str, FollowsFrom]:
        """Explain per permit and decision why it is open or closed."""
        return dict(explain_options(self.dossier, self.assessment, self.catalogue))

    @property
    def organ(self) -> str:
        """Name the organ that decides: `de burgemeester`, `het college van burgemeester en wethouders`."""
        organ = self.dossier.authority.organ
        if not isinstance(organ, str) or not organ:
            return "het bevoegde orgaan"
        if organ.startswith(("de ", "het ")):
            return organ
        return f"het {organ}" if organ.startswith("college") else f"de {organ}"

    @property
    def is_brief(self) -> bool:
        """Whether the telling is kept short: the light route, and no facts to weigh."""
        return self.dossier.application.route is Route.LIGHT and not self.dossier.facts

    @property
    def conclusion(self) -> Conclusion:
        """Give what the officer concluded; an empty conclusion when nothing was recorded."""
        conclusion = self.dossier.conclusion
        return conclusion if isinstance(conclusion, Conclusion) else Conclusion()

    def permit(self, id_: str) -> str:
        """Name a permit of the application by its id, with its type in words."""
        for permit in self.dossier.permits:
            if permit.id == id_ and permit.type in self.catalogue.permits:
                name = small(self.catalogue.permits[permit.type].name)
                return name if permit.id == permit.type else f"{name} ({permit.id})"
        return id_ or NOT_KNOWN_WORD

    def offence(self, code: str) -> str:
        """Name an offence with its article."""
        offence = self.catalogue.offences.get(code)
        if offence is None:
            return code or NOT_KNOWN_WORD
        return f"{offence.name} ({offence.article})"

    def name(self, party: str) -> str:
        """Name a party."""
        return self.dossier.name_of(party) or NOT_KNOWN_WORD

    def path(self, parties: Iterable[str]) -> str:
        """Tell a chain of parties in words."""
        return " → ".join(self.name(one) for one in parties)

    def outcome(self, fact: str) -> FactOutcome | None:
        """Find what was concluded about a fact."""
        return next((one for one in self.assessment.facts if one.id == fact), None)

    def admission(self, information: str) -> Admission | None:
        """Find what the gate says of an item of information."""
        return next((one for one in self.assessment.admissions if one.information == information), None)

    def is_closed(self, item: Information) -> bool:
        """Whether an item stands in the closed part only: secret, or not to be passed on (weighing.md no. 2)."""
        admission = self.admission(item.id)
        closed_by_gate = admission is not None and admission.verdict is Verdict.CLOSED_PART
        return closed_by_gate or item.classification is Classification.SECRET or item.forward is Consent.NO

    def source_spans(self, sources: Iterable[str]) -> tuple[Span, ...]:
        """Mark each source, `[i7]`, with a link to the list of sources in section 6."""
        there = {one.id for one in self.dossier.information}
        return tuple(Span(f"[{one}]", target=f"info-{one}" if one in there else "") for one in sources)

    def source_cell(self, sources: Iterable[str]) -> Cell:
        """Make the cell of a table that holds the source marks."""
        spans = spaced(self.source_spans(sources))
        if not spans:
            return Cell("geen bron")
        return Cell("".join(one.text for one in spans), target=spans[0].target, spans=spans)

    def fact_spans(self, facts: Iterable[str]) -> tuple[Span, ...]:
        """Name facts or open points, `f7 en f8`, each fact with a link to the table of facts."""
        there = {one.id for one in self.dossier.facts}
        names = list(facts)
        spans: list[Span] = []
        for place, one in enumerate(names):
            joint = "" if place == 0 else " en " if place == len(names) - 1 else ", "
            spans += [Span(joint)] if joint else []
            spans.append(Span(one, target=f"fact-{one}" if one in there else ""))
        return tuple(spans)

    def named(self, text: str) -> str:
        """Give a text of the program in which every party that it numbers is called by its name."""
        return in_names(self.dossier, text)

    def linked(self, text: str) -> tuple[Span, ...]:
        """Give a text in which every fact that it names links to the table of facts."""
        there = {one.id for one in self.dossier.facts}
        return tuple(Span(one, target=f"fact-{one}" if one in there else "") for one in _NAMES.split(text) if one)


def in_names(dossier: Dossier, text: str) -> str:
    """Give a text of the program in which every party that it numbers is called by its name."""
    return _PARTIES.sub(lambda found: dossier.name_of(found[0]), text)


def named_checks(dossier: Dossier, checks: Iterable[Check]) -> tuple[Check, ...]:
    """Give checks of which text and cure call every party by its name."""
    return tuple(replace(one, text=in_names(dossier, one.text), cure=in_names(dossier, one.cure)) for one in checks)


def spaced(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Set marks apart by a space."""
    return tuple(part for one in spans for part in (Span(" "), one))[1:]
