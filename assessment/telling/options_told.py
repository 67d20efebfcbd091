# SPDX-License-Identifier: EUPL-1.2
"""What the options rest on, and why the law closes the other decisions: the same on paper and in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assessment.explanation.tree import FollowsFrom
from assessment.telling.block import Block, Paragraph, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import statement_text
from assessment.telling.words import capital, listed


def rests_on(nodes: Iterable[FollowsFrom]) -> str:
    """Tell on which degrees it rests what is open; empty where there is no permit to decide on."""
    inputs = dict.fromkeys(pair for node in nodes for pair in node.inputs)
    return "; ".join(f"{name} {value}" for name, value in inputs)


def closed(options: Mapping[str, FollowsFrom]) -> Iterator[tuple[str, str, str]]:
    """Give the permits, the decision that is closed for them, and why; what is alike stands together."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, node in options.items():
        for part in node.parts:
            found.setdefault((node.text, statement_text(part)), []).append(key.rpartition(":")[0])
    for (decision, why), permits in found.items():
        yield listed(permits), decision, why


def closed_blocks(material: Material) -> tuple[Block, ...]:
    """Tell it on paper, under the sentence that says what is open."""
    options = material.why_options
    if not options:
        return ()
    told = [f"Dit rust op: {rests_on(options.values())}."]
    told += [f"Niet {decision} ({permits}): {why}" for permits, decision, why in closed(options)]
    return tuple(Paragraph.of(capital(one), Tone.RULE) for one in told)
