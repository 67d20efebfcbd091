# SPDX-License-Identifier: EUPL-1.2
"""The checks that need the whole catalogue: what one entry says of another must be so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from assessment.catalogue.blind_questions import blind_faults
from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import EVERY_PERMIT, Question
from assessment.catalogue.condition import permits_in, questions_in
from assessment.catalogue.reading import Faults
from assessment.catalogue.required import REQUIRED
from assessment.catalogue.vocabulary import GROUND_LETTERS, WORDS_NEEDED
from assessment.dossier.answer import JA, NEE
from assessment.outcome import Severity

DECIDABLE = ("a", "b")


def verify(catalogue: Catalogue, faults: Faults) -> None:
    """Add every fault in how the parts of a catalogue hang together."""
    _Verification(catalogue, faults).run()


def verify_questions(catalogue: Catalogue, faults: Faults, ids: Collection[str]) -> None:
    """Add every fault in how these questions hang together with the rest, as a layer added them."""
    _Verification(catalogue, faults).run_questions(ids)


class _Verification:
    """One run over a catalogue; `at` gives the place where an id was read."""

    def __init__(self, catalogue: Catalogue, faults: Faults) -> None:
        self.catalogue, self.faults = catalogue, faults

    def run(self) -> None:
        self._partners()
        self._offences()
        self._questions()
        self._circles()
        self._words()
        self._required()
        self._duties()

    def run_questions(self, ids: Collection[str]) -> None:
        themes = {theme.code for theme in self.catalogue.themes}
        for id_ in ids:
            self._question(self.catalogue.questions[id_], themes)
        self._circles()

    def at(self, kind: str, id_: str, key: str) -> str:
        return f"{self.faults.places.get((kind, id_), kind)} › {key}"

    def _within(self, values: Iterable[str], known: Iterable[str], where: str) -> None:
        for value in values:
            if value not in known:
                self.faults.add(where, f"{value} bestaat niet")

    def _partners(self) -> None:
        for partner in self.catalogue.partners.values():
            self._within(partner.bases, self.catalogue.bases, self.at("partners", partner.code, "bases"))

    def _offences(self) -> None:
        for offence in self.catalogue.offences.values():
            self._within(offence.activities, self.catalogue.permits, self.at("offences", offence.code, "activities"))

    def _duties(self) -> None:
        """What a duty says that holds the advice back must do so."""
        holding = [id_ for id_, check in self.catalogue.checks.texts.items() if check.severity is not Severity.HINT]
        for duty in self.catalogue.duties.values():
            self._within(duty.condition, holding, self.at("duties", duty.id, "condition"))

    def _questions(self) -> None:
        themes = {theme.code for theme in self.catalogue.themes}
        if len(themes) < len(self.catalogue.themes):
            self.faults.add("checklist/ › theme › code", "een thema staat er twee keer")
        for question in self.catalogue.questions.values():
            self._question(question, themes)
            if question.own:
                self.faults.add(self.at("questions", question.id, "own"), "alleen een gemeente heeft eigen vragen")

    def _question(self, question: Question, themes: set[str]) -> None:
        known = self.catalogue
        for key, values, allowed in (
            ("theme", [question.theme], themes),
            ("signal_on", [question.signal_on], (JA, NEE)),
            ("grounds", question.grounds, GROUND_LETTERS),
            ("decisive_for", question.decisive_for, DECIDABLE),
            ("permits", question.permits, (EVERY_PERMIT, *known.permits)),
            ("sources", question.sources, known.sources),
            ("when", sorted(questions_in(question.when)), known.questions),
            ("when", sorted(permits_in(question.when)), known.permits),
        ):
            self._within(values, allowed, self.at("questions", question.id, key))
        for key in ("grounds", "permits", "sources", "evidence"):
            if not getattr(question, key):
                self.faults.add(self.at("questions", question.id, key), "hier hoort ten minste één woord te staan")
        for key, what in blind_faults(question, known.questions, known.policy.not_asked):
            self.faults.add(self.at("questions", question.id, key), what)

    def _circles(self) -> None:
        """A question whose condition leads back to itself would never be asked."""
        needs = {id_: questions_in(question.when) for id_, question in self.catalogue.questions.items()}
        for id_ in needs:
            if id_ in _reach(id_, needs):
                self.faults.add(self.at("questions", id_, "when"), "de voorwaarde verwijst in een kring naar zichzelf")

    def _words(self) -> None:
        groups = tuple({offence.group for offence in self.catalogue.offences.values()})
        needed = {**WORDS_NEEDED, "offence-group": groups}
        for name, codes in needed.items():
            found = self.catalogue.words.get(name, {})
            for code in sorted(set(codes) - set(found)):
                self.faults.add(f"words.yaml › words › {name} › {code}", "het Nederlandse woord ontbreekt")
        for key, texts in (("words", self.catalogue.words), ("explain", self.catalogue.explanations)):
            for name, by_code in texts.items():
                self._within(by_code, needed.get(name, ()), f"words.yaml › {key} › {name}")

    def _required(self) -> None:
        """The codes of the dossier format (dossier-format 3): the catalogue may hold more, never fewer."""
        for field, (file, codes) in REQUIRED.items():
            for code in codes:
                if code not in getattr(self.catalogue, field):
                    self.faults.add(f"{file} › {code}", "deze code hoort in de catalogus te staan")


def _reach(start: str, needs: Mapping[str, frozenset[str]]) -> set[str]:
    reached: set[str] = set()
    todo = list(needs[start])
    while todo:
        id_ = todo.pop()
        if id_ not in reached:
            reached.add(id_)
            todo += needs.get(id_, frozenset())
    return reached
