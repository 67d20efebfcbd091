# SPDX-License-Identifier: EUPL-1.2
"""The buttons below the users go on on a new line when there is no room for them beside each other."""

from gui.settings.users_card import UsersCard


def test_the_buttons_go_on_on_a_new_line_in_a_narrow_card(qapp, qtbot):
    card = UsersCard()
    qtbot.addWidget(card)
    made = (card.change_password, card.renew, card.rekey)
    card.resize(sum(one.sizeHint().width() for one in made) - 40, 400)
    card.show()
    qtbot.waitExposed(card)
    assert card.width() < sum(one.sizeHint().width() for one in made)
    assert all(card.rect().contains(one.geometry()) for one in made)
    assert card.rekey.y() > card.change_password.y()
