# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt

from assessment.dates import When
from assessment.dossier.dossier import Dossier, drop, put
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.known import NOT_KNOWN
from gui.dossier.parties.party_fields import BSN_RULE, check_bsn, check_kvk, check_rsin, may_hold_bsn
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier
BSN = "999991012"


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def cell(table, row, column):
    model = table.model
    return model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_a_person_is_added_and_made_the_subject_with_the_keyboard_alone(opened, qtbot):
    one = opened("parties", empty())
    assert one.page._notice.text().startswith("Wijs aan wie de betrokkene is")
    one.page._actions.itemAt(1).widget().setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    qtbot.keyClicks(one.focus(), "Jan Fictie")
    one.sheet.subject.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    type_over(qtbot, one.sheet.form.fields["bsn"].line, BSN)
    qtbot.keyClick(one.focus(), Qt.Key.Key_Escape)
    assert one.sheet is None
    assert one.dossier.parties == (Person("p1", "Jan Fictie", bsn=BSN),)
    assert one.dossier.subject == ("p1",)
    assert one.page._notice.text() == ""
    assert one.labels == [
        "Persoon toegevoegd",
        "Naam van Jan Fictie gewijzigd",
        "Jan Fictie aangewezen als betrokkene",
        "Burgerservicenummer van Jan Fictie gewijzigd",
    ]


def test_an_organisation_has_its_own_fields(opened, qtbot):
    one = opened("parties", empty())
    one.page._add_organisation()
    assert set(one.sheet.form.fields) >= {"legal_form", "kvk", "rsin", "founded_on", "country"}
    type_over(qtbot, one.sheet.form.fields["kvk"].line, "99 00")
    qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    assert one.sheet.form.fields["kvk"].problem == "Een KVK-nummer heeft acht cijfers, zonder punten of spaties."
    type_over(qtbot, one.sheet.form.fields["kvk"].line, "99000011")
    one.sheet.flush()
    assert one.dossier.parties == (Organisation("p1", kvk="99000011"),)


@pytest.mark.parametrize("text", ["123", "99999101A", "٩٩٩٩٩١٠١٢", "999991013", "🙂" * 9])
def test_a_number_that_cannot_be_a_bsn_is_told_in_words(text):
    assert check_bsn(text)
    assert check_rsin(text)
    assert check_bsn(BSN) == check_rsin(BSN) == check_kvk("99000011") == ""


def test_the_eleven_test_is_said_in_words(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p1")
    field = one.sheet.form.fields["bsn"]
    type_over(qtbot, field.line, "999991013")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Dit nummer kan niet bestaan: het voldoet niet aan de elfproef. Kijk het na."
    assert one.dossier.party("p1").bsn == BSN
    qtbot.waitUntil(lambda: one.drafts.get("p1.bsn") == "999991013")


def test_a_bsn_is_only_asked_of_subject_and_representative(opened, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p5")
    assert not one.sheet.form.fields["bsn"].isVisible()
    assert one.sheet._bsn.text() == BSN_RULE
    one.frame.go_to("p1")
    assert one.sheet.form.fields["bsn"].isVisible()
    assert one.sheet._bsn.text() == ""


def test_a_director_of_the_subject_represents_it():
    company = replace(
        empty(),
        subject=("p1",),
        parties=(Organisation("p1"), Person("p2"), Person("p3")),
        relations=(Relation("r1", "p2", "p1", Role.DIRECTOR), Relation("r2", "p3", "p1", Role.FINANCIER)),
    )
    assert [may_hold_bsn(company, party) for party in ("p1", "p2", "p3")] == [True, True, False]


def test_who_is_no_subject_any_more_is_asked_to_lose_the_number(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p1")
    qtbot.mouseClick(one.sheet.subject, Qt.MouseButton.LeftButton, pos=QPoint(8, one.sheet.subject.height() // 2))
    assert one.dossier.subject == ()
    assert one.sheet._bsn.text() == f"{BSN_RULE} Haal het nummer hier weg."
    assert one.sheet.form.fields["bsn"].isVisible()
    one.session.undo()
    assert one.sheet.subject.isChecked()


def test_the_table_shows_no_citizen_number_and_says_what_is_not_known(opened, cafe):
    one = opened("parties", cafe)
    told = [cell(one.page.parties, 0, column) for column in range(5)]
    assert told == [
        "Daan Fictema",
        "persoon",
        "betrokkene, aandeelhouder van Kolibri Beheer B.V.",
        "17 apr 1998",
        "BSN vastgelegd",
    ]
    assert cell(one.page.parties, 3, 3) == "niet bekend"
    assert cell(one.page.parties, 3, 2).startswith("feitelijk leidinggevende")


def test_a_party_that_others_speak_of_stays_and_leads_there(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.page.parties.setFocus()
    one.page.parties.select("p5")
    qtbot.keyClick(one.page.parties.view, Qt.Key.Key_Delete)
    assert one.dossier == cafe
    assert one.page._notice.text() == (
        "Q. Voorbeeldsma wordt nog genoemd bij relatie r4, informatie i12, informatie i13 en nog 1 andere."
        " Haal die vermelding eerst weg."
    )
    qtbot.mouseClick(one.page._notice._action, Qt.MouseButton.LeftButton)
    assert one.sheet.record().id == "r4"


def test_a_party_that_nobody_speaks_of_goes_and_comes_back(opened, qtbot, cafe):
    alone = replace(cafe, parties=put(cafe.parties, Person("p12", "X. Alleen")))
    one = opened("parties", alone)
    one.page.parties.setFocus()
    one.page.parties.select("p12")
    qtbot.keyClick(one.page.parties.view, Qt.Key.Key_Delete)
    assert one.dossier == cafe
    assert one.labels == ["X. Alleen verwijderd"]
    qtbot.keyClick(one.page.parties.view, Qt.Key.Key_Z, CTRL)
    assert one.dossier == alone


def test_a_relation_is_only_made_when_it_is_whole(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.page.relations.setFocus()
    qtbot.keyClick(one.page.relations.view, Qt.Key.Key_Insert)
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.sheet._notice.text() == "Kies van wie de relatie uitgaat."
    assert one.dossier == cafe
    one.sheet.suggest(from_="p6", role=Role.EMPLOYEE)
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.dossier.relations[-1] == Relation("r13", "p6", "p1", Role.EMPLOYEE)
    assert one.sheet.record().id == "r13"


def test_a_relation_that_lasts_ended_or_is_not_known_are_three_things(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("r4")
    until = one.sheet.form.fields["until"]
    assert until._none.isChecked()
    qtbot.mouseClick(until._none, Qt.MouseButton.LeftButton, pos=QPoint(8, until._none.height() // 2))
    assert one.page._relation("r4").until is NOT_KNOWN
    assert cell(one.page.relations, 3, 3) == "einde niet bekend, sinds 15 jan 2026"
    type_over(qtbot, until.line, "1-3-2026")
    until.flush()
    assert one.page._relation("r4").until == When(2026, 3, 1)
    assert cell(one.page.relations, 3, 3) == "15 jan 2026 – 1 mrt 2026"
    assert "Q. Voorbeeldsma: is vermogensverschaffer van Daan Fictema (geëindigd)." in (
        one.page.graph.graph.accessibleDescription()
    )


def test_a_share_that_is_not_known_says_so(opened, cafe):
    bare = replace(cafe.relations[1], share=NOT_KNOWN)
    one = opened("parties", replace(cafe, relations=put(cafe.relations, bare)))
    assert cell(one.page.relations, 1, 1).startswith("aandeelhouder, deel niet bekend")
    assert cell(one.page.control.control, 0, 1) == "niet bekend"


def test_a_share_is_typed_as_a_percentage(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("r1")
    share = one.sheet.form.fields["share"]
    type_over(qtbot, share.line, "250")
    qtbot.keyClick(share.line, Qt.Key.Key_Tab)
    assert share.problem.startswith("Schrijf een percentage van 0 tot 100")
    type_over(qtbot, share.line, "33,3")
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        share.flush()
    assert one.page._relation("r1").share == Decimal("0.333")
    assert cell(one.page.relations, 0, 1) == "aandeelhouder 33,30\u00a0%"
    assert cell(one.page.control.control, 0, 0).startswith("Daan Fictema → Kolibri Beheer B.V. → ")
    assert cell(one.page.control.control, 0, 1) == "33,30\u00a0%"


def test_control_and_ties_are_told_in_names(opened, cafe):
    one = opened("parties", cafe)
    assert one.page.control._as_of.text() == "Volgt uit de relaties, per 15 apr 2026."
    assert [cell(one.page.control.ties, 1, column) for column in range(4)] == [
        "f7",
        "geeft leiding aan betrokkene",
        "Sjors Bedenksel → Daan Fictema",
        "loopt nog",
    ]


def test_the_picture_opens_what_is_clicked(opened, qtbot, cafe):
    one = opened("parties", cafe)
    graph = one.page.graph.graph
    node = next(one for one in graph._nodes if one.party == "p8")
    qtbot.mouseClick(graph, Qt.MouseButton.LeftButton, pos=graph.box(node).center().toPoint())
    assert one.sheet.record().id == "p8"
    assert graph.told(node) == "is verhuurder van Verzonnen Vink Horeca B.V."


def test_the_picture_tells_every_relation_once(opened, cafe):
    one = opened("parties", cafe)
    told = one.page.graph.graph.accessibleDescription()
    for relation in cafe.relations:
        role = fakes.catalogue().word("role", relation.role)
        assert role in told
    assert told.count("bestuurder van Pandhuis Imaginair B.V.") == 1


def test_a_sheet_whose_party_undo_takes_away_goes_too(opened):
    one = opened("parties", empty())
    one.page._add_person()
    one.session.undo()
    assert one.sheet is None
    assert one.dossier == empty()


def test_changing_step_with_an_open_sheet_leaves_nothing_behind(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p4")
    type_over(qtbot, one.sheet.form.fields["address"].line, "Verzinstraat 1")
    one.frame.open_step("documents")
    assert one.sheet is None
    assert one.dossier.party("p4").address == "Verzinstraat 1"
    one.session.change(replace(one.dossier, relations=drop(one.dossier.relations, "r11")), "Relatie verwijderd")
    one.frame.open_step("parties")
    assert len(one.page.relations.model.records()) == len(cafe.relations) - 1


def test_typing_in_a_sheet_keeps_its_place_while_the_outcome_arrives(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p4")
    line = one.sheet.form.fields["name"].line
    line.setFocus()
    line.setCursorPosition(5)
    qtbot.keyClicks(line, "X")
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        pass
    qtbot.keyClicks(line, "Y")
    assert (line.text(), line.cursorPosition(), one.focus()) == ("SjorsXY Bedenksel", 7, line)
    one.sheet.flush()
    assert one.dossier.party("p4").name == "SjorsXY Bedenksel"


def test_an_absurd_name_is_kept_as_it_was_typed(opened, qtbot, cafe):
    one = opened("parties", cafe)
    one.frame.go_to("p4")
    line = one.sheet.form.fields["name"].line
    line.selectAll()
    line.insert("<b>🙂</b> & 'D. Ropée'")
    one.sheet.flush()
    assert one.dossier.party("p4").name == "<b>🙂</b> & 'D. Ropée'"
    assert cell(one.page.parties, 3, 0) == "<b>🙂</b> & 'D. Ropée'"


def test_a_birth_that_is_still_to_come_gets_a_sentence(opened, qtbot):
    one = opened("parties", empty())
    one.page._add_person()
    field = one.sheet.form.fields["born"]
    type_over(qtbot, field.line, "14-4-2026")  # today is the thirteenth
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Deze geboortedatum ligt in de toekomst. Kijk dag, maand en jaar na."
    assert one.dossier.parties[0].born is NOT_KNOWN
    type_over(qtbot, field.line, "2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert (field.problem, one.dossier.parties[0].born) == ("", When(2026))
