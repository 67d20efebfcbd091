# SPDX-License-Identifier: EUPL-1.2
"""A municipality sets the framework between the bounds that stand with each value, and not one step further."""

from dataclasses import replace

import pytest

from assessment.catalogue.layer import apply
from tests.assessment.catalogue.layers import Files, content, faults_of, setting
from tests.assessment.catalogue.shipped import catalogue


@pytest.mark.parametrize("id_", [one.id for one in catalogue().framework.settings.values() if one.bounds])
def test_the_ends_of_the_bounds_are_allowed_and_one_step_further_is_not(id_: str) -> None:
    bounds = catalogue().framework.settings[id_].bounds
    assert bounds is not None
    for value in (bounds.least, bounds.most):
        data = content()
        setting(id_, str(value))(data)
        assert apply(catalogue(), Files(data)).framework.value(id_) == value
    for value in (bounds.least - 1, bounds.most + 1):
        data = content()
        setting(id_, str(value))(data)
        assert list(faults_of(data)) == [f"weighing.yaml › {id_} › value"]


def test_a_setting_without_bounds_is_changed_by_nobody() -> None:
    settings = catalogue().framework.settings
    fixed = replace(
        catalogue().framework, settings={**settings, "sets_told": replace(settings["sets_told"], bounds=None)}
    )
    data = content()
    setting("sets_told", 24)(data)
    with pytest.raises(Exception, match="deze waarde verandert een gemeente niet"):
        apply(replace(catalogue(), framework=fixed), Files(data))
