# SPDX-License-Identifier: EUPL-1.2
"""Python runs this when it starts: so every process that a test starts is refused the network before it does a thing.

The folder stands in PYTHONPATH (tests/conftest.py); what asked for the network is told in the file of the tests.
"""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_NAME = "tests.socket_guard"

if _NAME not in sys.modules:
    _spec = spec_from_file_location(_NAME, Path(__file__).parents[1] / "socket_guard.py")
    _guard = module_from_spec(_spec)
    sys.modules[_NAME] = _guard  # who asks for it by name finds this one, and its list of attempts
    _spec.loader.exec_module(_guard)
    _guard.install()
