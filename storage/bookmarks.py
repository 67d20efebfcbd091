# SPDX-License-Identifier: EUPL-1.2
"""Where somebody was when the store was locked: one setting of the store, encrypted as all of it; not journalled."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

from sqlalchemy import Connection

from assessment.bookmark import Bookmark
from storage import setting

NAME: Final = "bookmark"


class SqlBookmarks:
    """The bookmark of the user of this unit of work; that of somebody else is nothing to go by."""

    def __init__(self, connection: Connection, user: str) -> None:
        self._connection = connection
        self._user = user

    def keep(self, bookmark: Bookmark) -> None:
        """Keep it; an earlier one gives way."""
        setting.write(self._connection, NAME, json.dumps({"user": self._user, "at": asdict(bookmark)}))

    def find(self) -> Bookmark | None:
        """Give the last one, if it is of this user."""
        text = setting.read(self._connection, NAME)
        kept = json.loads(text) if text else {}
        return Bookmark(**kept["at"]) if kept.get("user") == self._user else None

    def forget(self) -> None:
        """Let go of it."""
        setting.write(self._connection, NAME, "")
