# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from assessment.dates import Period, When, tell
from assessment.known import NOT_KNOWN
from gui.parts.date_field import DateField, PeriodField, read_typed_date

DAY = When(2026, 1, 26)


@pytest.mark.parametrize(
    "text",
    [
        "26-1-2026",
        "26-01-2026",
        "26 jan 2026",
        "26 januari 2026",
        "2026-01-26",
        "26/1/2026",
        "26.1.2026",
        " 26 JAN. 2026 ",
    ],
)
def test_a_day_is_read_as_people_write_it(text):
    assert read_typed_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("01-2026", When(2026, 1)),
        ("jan 2026", When(2026, 1)),
        ("2026-01", When(2026, 1)),
        ("2026", When(2026)),
        ("mrt 2025", When(2025, 3)),
        ("maart 2025", When(2025, 3)),
        ("maa 2025", When(2025, 3)),
    ],
)
def test_a_month_or_year_stays_as_imprecise_as_it_is(text, when):
    assert read_typed_date(text) == when


@pytest.mark.parametrize("text", ["32-1-2026", "29-2-2025", "1-13-2026", "2026-02-30"])
def test_a_day_that_does_not_exist_is_named_so(text):
    with pytest.raises(ValueError, match="Deze dag bestaat niet"):
        read_typed_date(text)


@pytest.mark.parametrize("text", ["1066", "1-1-0001", "26-1-9999"])
def test_a_year_beyond_any_dossier_is_named_so(text):
    with pytest.raises(ValueError, match=r"jaar .* kan hier niet"):
        read_typed_date(text)


@pytest.mark.parametrize("text", ["morgen", "26-1-26", "1-1-1-2026", "26 xyz 2026", "٢٠٢٦"])
def test_what_is_no_date_gets_an_example(text):
    with pytest.raises(ValueError, match="bijvoorbeeld"):
        read_typed_date(text)


@given(st.dates(min_value=When(1850).first, max_value=When(2150).last))
def test_what_is_shown_is_read_back(day):
    assert read_typed_date(tell(day)) == When.on(day)
    assert read_typed_date(f"{day.day}-{day.month}-{day.year}") == When.on(day)
    assert read_typed_date(day.isoformat()) == When.on(day)


def test_a_typed_date_is_handed_on_and_written_out_when_the_field_is_left(shown, qtbot):
    field = shown(DateField("Ontvangen op"))
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field.line, "26-1-2026")
    assert told.args == [DAY]
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "26 jan 2026"


def test_wrong_text_is_kept_with_one_sentence_and_the_value_stays(shown, qtbot):
    field = shown(DateField("Ontvangen op"))
    field.load(DAY)
    field.line.clear()
    with qtbot.waitSignal(field.drafted) as told:
        qtbot.keyClicks(field.line, "32-1-2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == ["32-1-2026"]
    assert field.line.text() == "32-1-2026"
    assert field.problem.startswith("Deze dag bestaat niet")
    assert field.value() == DAY


def test_a_corrected_text_forgets_its_draft(shown, qtbot):
    field = shown(DateField("Ontvangen op"))
    qtbot.keyClicks(field.line, "32-1-2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    drafts = []
    field.drafted.connect(drafts.append)
    qtbot.keyClick(field.line, Qt.Key.Key_Home)
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert drafts == [""]
    assert field.value() == When(2026, 1, 2)
    assert field.problem == ""


def test_none_is_another_thing_than_not_known(shown, qtbot):
    field = shown(DateField("Tot", none_word="loopt nog"))
    with qtbot.waitSignal(field.edited) as told:
        qtbot.mouseClick(field._none, Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert not field.line.isEnabled()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.mouseClick(field._none, Qt.MouseButton.LeftButton)
    assert told.args == [NOT_KNOWN]


def test_what_is_being_typed_is_not_overwritten_by_what_was_kept(shown, qtbot):
    field = shown(DateField("Ontvangen op"))
    qtbot.keyClicks(field.line, "26-1")
    field.set_value(DAY)
    assert field.line.text() == "26-1"
    field.load(DAY)
    assert field.line.text() == "26 jan 2026"


def test_a_period_has_a_beginning_and_perhaps_an_end(shown, qtbot):
    field = shown(PeriodField("Gepleegd"))
    assert field.value() is NOT_KNOWN
    assert not field._last.line.isEnabled()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field._first.line, "2024")
    assert told.args == [Period(When(2024))]
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field._last.line, "mei 2025")
    assert told.args == [Period(When(2024), When(2025, 5))]


def test_a_period_that_ends_before_it_begins_is_a_draft_and_named(shown, qtbot):
    field = shown(PeriodField("Gepleegd"))
    field.load(Period(When(2024)))
    heard = []
    field.edited.connect(heard.append)
    with qtbot.waitSignal(field.drafted) as told:
        qtbot.keyClicks(field._last.line, "2023")
    assert told.args == ["2024\t2023"]
    assert field.problem == "Het einde ligt voor het begin."
    assert field.value() == Period(When(2024))
    field.set_value(Period(When(2024)))
    assert field._last.line.text() == "2023"
    assert heard == []
    with qtbot.waitSignal(field.drafted) as told:
        qtbot.keyClick(field._first.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(field._first.line, "2022")
        field.flush()
    assert told.args == [""]
    assert heard == [Period(When(2022), When(2023))]
    assert field.problem == ""


def test_a_period_that_was_half_typed_comes_back(shown, qtbot):
    field = shown(PeriodField("Gepleegd"))
    drafts = []
    field.drafted.connect(drafts.append)
    qtbot.keyClicks(field._first.line, "32-1-20")
    field.flush()
    assert drafts == ["32-1-20\t"]
    again = shown(PeriodField("Gepleegd"))
    again.restore(drafts[-1])
    assert again._first.line.text() == "32-1-20"
    assert again.value() is NOT_KNOWN
    later = shown(PeriodField("Gepleegd"))
    later.load(Period(When(2024)))
    later.restore("2024\t2023")
    assert later._last.line.text() == "2023"
    assert later.problem == "Het einde ligt voor het begin."
