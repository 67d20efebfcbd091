# SPDX-License-Identifier: EUPL-1.2
"""The explanation as JSON: the key `explanation` of `toetssteen-beoordeling/1`.

`follows_from` and `judgement_of` keep the two kinds apart. The receipt does not cover it: it is a reading of what the
receipt covers, and can be made again from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.explanation.explain import Explanation, explain
from assessment.explanation.tree import Explained, FollowsFrom, JudgementOf
from assessment.outcome import Assessment
from assessment.outcome_wire import assessment_to_wire, distinct


def explained_to_wire(dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> dict[str, Any]:
    """Give the whole outcome as JSON, with its explanation."""
    explanation = explain(dossier, assessment, catalogue)
    return {**assessment_to_wire(assessment), "explanation": explanation_to_wire(explanation)}


def explanation_to_wire(explanation: Explanation) -> dict[str, Any]:
    """Give the trees by the name of what they explain; a list where a name can stand there twice."""
    return {one.name: _trees(getattr(explanation, one.name)) for one in fields(explanation)}


def _trees(found: Mapping[str, FollowsFrom] | tuple[FollowsFrom, ...]) -> dict[str, Any] | list[Any]:
    if isinstance(found, Mapping):
        return {name: _node(one) for name, one in found.items()}
    return [_node(one) for one in found]


def _node(node: Explained) -> dict[str, Any]:
    if isinstance(node, JudgementOf):
        return {"judgement_of": node.by, "text": node.text, "about": list(node.about)}
    told: dict[str, Any] = {"follows_from": node.rule, "article": node.article, "text": node.text}
    if node.about:
        told["about"] = list(node.about)
    if node.inputs:
        told["inputs"] = distinct(node.inputs)
    if node.parts:
        told["parts"] = [_node(one) for one in node.parts]
    return told
