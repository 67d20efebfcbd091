# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal

from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.degree import Degree
from assessment.dossier.bureau_advice import BureauAdvice, DegreePerGround
from assessment.dossier.fact import Benefit, Fact, Status
from assessment.known import NOT_KNOWN
from gui.parts.choices import Choices
from gui.parts.field_spec import FieldSpec, Kind, make_field, read, write
from gui.parts.side_sheet import RecordSheet

SPECS = (
    FieldSpec("offence", "Strafbaar feit", Kind.SEARCH, words={"sr-420bis": "witwassen"}, empty=""),
    FieldSpec("actor", "Wie", Kind.PARTY, empty=""),
    FieldSpec("status_on", "Op", Kind.DATE, "De dag van de uitspraak."),
    FieldSpec("benefit.amount", "Voordeel", Kind.MONEY, within=Benefit),
    FieldSpec("status", "Stand", Kind.CHOICE, words={"suspect": "verdachte", "dismissed": "geseponeerd"}, make=Status),
    FieldSpec("why_still", "Waarom toch", Kind.LONG_TEXT, shown=lambda fact: fact.status is Status.DISMISSED),
    FieldSpec("sources", "Bronnen", Kind.SOURCES),
)
CHOICES = Choices(parties={"p1": "Jan Fictie"}, sources={"i1": "i1 Politie"})


def sheet_of(shown, fact):
    sheet = shown(RecordSheet("Feit", SPECS, CHOICES), 420, 700)
    sheet.load(fact)
    return sheet


def test_every_kind_of_field_can_be_made(qtbot):
    for kind in Kind:
        field = make_field(FieldSpec("x", "Naam", kind), CHOICES)
        qtbot.addWidget(field)
        assert field.name == "Naam"


def test_a_part_is_made_when_it_is_first_filled():
    spec = SPECS[3]
    fact = write(Fact("f1"), spec, Decimal("5.00"))
    assert fact.benefit == Benefit(amount=Decimal("5.00"))
    assert read(fact, spec.attr) == Decimal("5.00")
    assert read(Fact("f1"), spec.attr) is NOT_KNOWN
    assert read(Fact("f1", benefit=None), spec.attr) is NOT_KNOWN


def test_a_part_that_is_emptied_again_is_not_known_as_before():
    """An empty part would say that there is something: par. 6 would be undetermined, a benefit open."""
    spec = SPECS[3]
    fact = write(Fact("f1"), spec, Decimal("5.00"))
    assert write(fact, spec, NOT_KNOWN) == Fact("f1")
    advice = BureauAdvice("b1")
    degree = FieldSpec("degree.a", "a", Kind.CHOICE, within=DegreePerGround)
    assert write(write(advice, degree, Degree.NONE), degree, NOT_KNOWN) == advice


def test_an_edit_gives_a_new_record_and_leaves_the_rest(shown, qtbot):
    sheet = sheet_of(shown, Fact("f1", offence="sr-420bis"))
    with qtbot.waitSignal(sheet.changed) as told:
        qtbot.keyClicks(sheet.form.fields["status_on"].line, "2025")
    assert told.args == [Fact("f1", offence="sr-420bis", status_on=When(2025))]


def test_a_field_is_only_shown_when_it_is_asked(shown, qtbot):
    sheet = sheet_of(shown, Fact("f1"))
    assert not sheet.form.fields["why_still"].isVisible()
    qtbot.keyClick(sheet.form.fields["status"].box, Qt.Key.Key_End)
    assert sheet.record().status is Status.DISMISSED
    assert sheet.form.fields["why_still"].isVisible()


def test_closing_hands_on_what_was_just_typed(shown, qtbot):
    sheet = sheet_of(shown, Fact("f1"))
    sheet.form.fields["benefit.amount"].setFocus()
    qtbot.keyClicks(sheet.form.fields["benefit.amount"].line, "1200")
    heard = []
    sheet.changed.connect(heard.append)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.form.fields["benefit.amount"].line, Qt.Key.Key_Escape)
    assert heard[-1].benefit.amount == Decimal("1200.00")


def test_removing_gives_the_record_so_that_it_can_come_back(shown, qtbot):
    fact = Fact("f1", offence="sr-420bis")
    sheet = sheet_of(shown, fact)
    remove = next(one for one in sheet.findChildren(type(sheet._done)) if one.text() == "Verwijder")
    with qtbot.waitSignals([sheet.remove_asked, sheet.closed]):
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)


def test_half_typed_text_comes_back_with_its_sentence(shown, qtbot):
    sheet = sheet_of(shown, Fact("f1"))
    drafts = []
    sheet.drafted.connect(lambda attr, text: drafts.append((attr, text)))
    qtbot.keyClicks(sheet.form.fields["status_on"].line, "31-2-2025")
    qtbot.keyClick(sheet.form.fields["status_on"].line, Qt.Key.Key_Return)
    again = sheet_of(shown, Fact("f1"))
    again.form.restore(dict(drafts))
    assert again.form.fields["status_on"].line.text() == "31-2-2025"
    assert again.form.fields["status_on"].problem


def test_f1_unfolds_the_help(shown, qtbot):
    sheet = sheet_of(shown, Fact("f1"))
    row = sheet.form._rows["status_on"]
    row.field.setFocus()
    qtbot.keyClick(row.field.line, Qt.Key.Key_F1)
    assert row._help.isVisible()
    assert row.field.line.accessibleDescription() == "De dag van de uitspraak."
