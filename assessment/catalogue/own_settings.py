# SPDX-License-Identifier: EUPL-1.2
"""The settings of the framework that a municipality changes, each between the bounds that stand with it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.weighing import WHOLE, Framework, Setting


def changed_settings(top: Entry, framework: Framework, by: str) -> dict[str, Setting]:
    """Read the settings of a layer; one that has no bounds, or a value outside them, is a fault."""
    read = by_id(top, "settings", lambda entry, id_: _changed(entry, id_, framework, by))
    return {id_: one for id_, one in read.items() if one is not None}


def _changed(entry: Entry, id_: str, framework: Framework, by: str) -> Setting | None:
    value = Decimal(entry.whole("value")) if id_ in WHOLE else entry.number("value")
    reason, source = entry.text("reason"), entry.text("source")
    setting = framework.settings.get(id_)
    if setting is None:
        entry.fault("id", f"{id_} bestaat niet in het afwegingskader")
        return None
    bounds = setting.bounds
    if bounds is None:
        entry.fault("value", "deze waarde verandert een gemeente niet")
    elif not bounds.least <= value <= bounds.most:
        entry.fault("value", f"dit ligt niet tussen {bounds.least} en {bounds.most}. {bounds.reason}")
    return replace(setting, value=value, reason=reason, source=source, changed_by=by, shipped=setting.value)
