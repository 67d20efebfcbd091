# SPDX-License-Identifier: EUPL-1.2
"""The one door to ReportLab: nothing else imports it.

At its import ReportLab runs `reportlab_mods` from anywhere on the path and `~/.reportlab_mods`. Empty modules under
those names stop that, so this module must come first; it also sees to it that no drawing brings in a font that is not
embedded.
"""

from __future__ import annotations

import sys
from io import BytesIO
from types import ModuleType

from resources import files

for _name in ("reportlab_mods", "reportlab.local_rl_mods"):
    sys.modules[_name] = ModuleType(_name)

from reportlab.graphics import renderPDF, shapes  # noqa: E402 - only after the guard
from reportlab.lib.colors import HexColor  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

__all__ = ["Canvas", "HexColor", "TTFont", "load_face", "new_canvas", "renderPDF", "shapes"]


def load_face(name: str) -> TTFont:
    """Make a shipped font known to ReportLab and give it."""
    font = TTFont(name, BytesIO(files.read_bytes("fonts", f"{name}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def new_canvas(target: BytesIO, size: tuple[float, float], face: str) -> Canvas:
    """Make a canvas that writes the same bytes for the same strokes; `face` stands in for the built-in Helvetica."""
    shapes.STATE_DEFAULTS["fontName"] = face
    return Canvas(target, pagesize=size, invariant=1, pageCompression=1, initialFontName=face)
