# SPDX-License-Identifier: EUPL-1.2
"""The inventory of all that can be typed in the window: each field is a draft, or stands here with the reason why not.

It reads the source, so that a field that is added tomorrow is either held or named.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GUI = Path(__file__).parents[2] / "gui"
TYPED = {
    "Line", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDateEdit", "TextField", "LongTextField",
    "DateField", "PeriodField", "MoneyField", "PercentField", "DecimalField", "WholeField", "TagList", "Secret",
    "NewPassword", "RecoveryKey",
}  # fmt: skip
"""What is typed in."""
WITHIN = {"parts"}
"""Where the fields themselves are made, and the forms and sheets that hand their drafts on."""

SECRET = "a secret is never written down"
SEARCH = "what is looked for is not kept"
AT_ONCE = "each rest makes it a value of the dossier, which is kept at once"
DRAFTED = "its `drafted` is handed on, by the page around it"
SET = "each rest makes it a preference of this machine, which is kept at once"
SURE = "it is typed to be sure, and must be typed again"
READ_ONLY = "nothing can be typed in it"
OUTSIDE = "there is no store yet to keep it in"

NOT_HELD = {
    "dossier/facts/sheet.py": {"LongTextField": AT_ONCE},
    "dossier/financing/line_row.py": {"TextField": DRAFTED, "MoneyField": DRAFTED},
    "dossier/screening/answer_fields.py": {"LongTextField": AT_ONCE},
    "dossier/viewer.py": {"QPlainTextEdit": READ_ONLY},
    "dossier/weighing/check_row.py": {"LongTextField": AT_ONCE},
    "dossiers/handover_sheets.py": {"TextField": SECRET},
    "dossiers/page.py": {"Line": SEARCH},
    "settings/destroy_sheet.py": {"TextField": SURE},
    "settings/page.py": {"TextField": SET},
    "settings/user_sheets.py": {"Secret": SECRET, "NewPassword": SECRET, "RecoveryKey": SECRET},
    "shell/header.py": {"_Search": SEARCH},
    "unlock/create_page.py": {"TextField": OUTSIDE, "Secret": SECRET},
    "unlock/forgotten_page.py": {"TextField": SECRET, "NewPassword": SECRET},
    "unlock/own_password_page.py": {"NewPassword": SECRET},
    "unlock/password_page.py": {"Secret": SECRET},
    "unlock/recovery_page.py": {"RecoveryKey": SECRET},
}
"""By file: what is made there that no sheet holds, and why it is no draft."""


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def own_kinds(tree: ast.Module) -> set[str]:
    """Name the classes of this file that are a kind of field."""
    classes = (one for one in ast.walk(tree) if isinstance(one, ast.ClassDef))
    return {one.name for one in classes if {getattr(base, "id", "") for base in one.bases} & TYPED}


def fields() -> Iterator[tuple[str, str, bool]]:
    """Give each field that is made outside `parts`: the file, its kind, and whether a sheet holds it as a draft."""
    for path in sorted(GUI.rglob("*.py")):
        where = path.relative_to(GUI)
        if where.parts[0] in WITHIN:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        kinds = TYPED | own_kinds(tree)
        calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
        held = {id(made) for one in calls if name_of(one) == "hold" for made in one.args}
        for one in calls:
            if name_of(one) in kinds:
                yield where.as_posix(), name_of(one), id(one) in held


def test_every_field_is_held_or_stands_in_the_list() -> None:
    loose = {(file, kind) for file, kind, is_held in fields() if not is_held}
    assert loose == {(file, kind) for file, kinds in NOT_HELD.items() for kind in kinds}


@pytest.mark.parametrize(
    "file",
    ["settings/rule_sheet.py", "settings/period_sheet.py", "settings/destroy_sheet.py", "settings/user_sheets.py",
     "dossiers/handover_sheets.py", "dossiers/new_sheet.py", "dossier/purpose_sheet.py", "dossier/elsewhere_sheet.py"],
)  # fmt: skip
def test_a_sheet_that_asks_holds_what_is_typed(file: str) -> None:
    assert any(is_held for where, _kind, is_held in fields() if where == file)
