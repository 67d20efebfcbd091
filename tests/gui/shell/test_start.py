# SPDX-License-Identifier: EUPL-1.2
"""What must not be imported before the window is there, and that it is there."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.socket_guard import python_path

ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    "sqlalchemy",
    "yaml",
    "reportlab",
    "cryptography",
    "argon2",
    "alembic",
    "pikepdf",
    "pypdfium2",
    "sqlcipher3",
    "numpy",
    "pandas",
    "PIL",
    "hypothesis",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "storage",
    "resources.files",
    "assessment.assess",
)
START = """
import json, sys
from gui.application import make_application
from gui.assembly import Parts
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow

def none(*_):
    raise SystemExit("called before the window was painted")

parts = Parts(*[none] * 10)
app = make_application(parts, ["start"])
window = MainWindow(parts, IdleWatch(app))
window.painted.disconnect()
window.painted.connect(app.quit)
window.show()
app.exec()
print(json.dumps(sorted(sys.modules)))
"""


def test_nothing_heavy_is_imported_before_the_first_paint():
    environment = {**os.environ, "PYTHONPATH": python_path(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", START], env=environment, cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    modules = set(json.loads(done.stdout))
    assert "gui.shell.main_window" in modules
    assert [name for name in HEAVY if name in modules] == []
