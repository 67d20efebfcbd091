# SPDX-License-Identifier: EUPL-1.2
"""The tables of a store. A dossier is kept in parts, one row per record, so that only what changes is written.

Plain tables and no mapped classes: the values live in `assessment`, and rows never leave this floor.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as text in UTC: in order when sorted, and never without its zone."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a moment; one without a zone is a bug of ours."""
        return None if value is None else write_instant(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it back with its zone."""
        return None if value is None else read_instant(value)


def read_instant(text: str) -> datetime:
    """Read it back; raises ValueError for what was not written so."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not UTC:
        raise ValueError("a moment that is not in UTC")
    return moment


def write_instant(moment: datetime) -> str:
    """Write a moment as it is kept; raises ValueError when it has no zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


dossier = Table(
    "dossier", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("reference", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("permit_types", JSON, nullable=False),
    Column("place", Text, nullable=False),
    Column("received_on", Date),
    Column("decide_before", Date),
    Column("step", Text, nullable=False),
    Column("deadlines", JSON(none_as_null=True)),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index(None, "changed_at"),
)  # fmt: skip

PART_BITS: Final = 20
"""The number of a part is the number of its dossier, shifted this far, plus a number within the dossier; so the
search can tell the dossier from the part alone."""

part = Table(
    "part", metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("dossier", Integer, ForeignKey("dossier.number", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("key", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("dossier", "kind", "key"),
)  # fmt: skip

draft = Table(
    "draft", metadata,
    Column("dossier", Integer, ForeignKey("dossier.number", ondelete="CASCADE"), primary_key=True),
    Column("field", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
)  # fmt: skip

draft_of_new = Table(
    "draft_of_new", metadata,
    Column("field", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
)  # fmt: skip

journal = Table(
    "journal", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", String(60), nullable=False),
    Column("about", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
    Index(None, "about"),
)  # fmt: skip

journal_head = Table(
    "journal_head", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
)  # fmt: skip

setting = Table(
    "setting", metadata,
    Column("name", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

user = Table(
    "user", metadata,
    Column("id", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("slot", String(16), unique=True),
    Column("added_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("must_change", Boolean(create_constraint=False), nullable=False),
)  # fmt: skip
"""Who may work with the store; `slot` is the id of the slot in the key file, and empty once it was revoked.
`must_change` until a first password that somebody else chose was replaced."""

journal_words = Table(
    "journal_words", metadata,
    Column("seq", Integer, ForeignKey("journal.seq"), primary_key=True, autoincrement=False),
    Column("dossier", Integer, ForeignKey("dossier.number", ondelete="CASCADE"), nullable=False),
    Column("old", Text),
    Column("words", Text),
    Index(None, "dossier"),
)  # fmt: skip
"""What a line of the journal says in words: a part as it was before, a purpose, a reason. Beside the journal, which
holds only marks of it, because a line is never taken away and a dossier can be destroyed."""

attachment = Table(
    "attachment", metadata,
    Column("id", String(36), primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.number", ondelete="CASCADE"), nullable=False),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("file", String(32), nullable=False),
    Column("key", LargeBinary(32), nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("added_by", Text, nullable=False),
    Index(None, "dossier"),
    Index(None, "digest"),
)  # fmt: skip
"""A file of a dossier. `owner` is the record it belongs to (`document/d1`), `digest` the SHA-256 of its content in
clear, `file` the name of the encrypted file and `key` its own key: equal content is one file with one key."""

name = Table(
    "name", metadata,
    Column("number", Integer, primary_key=True),
    Column("part", BigInteger().with_variant(Integer, "sqlite"), ForeignKey("part.number", ondelete="CASCADE"),
           nullable=False),
    Column("kind", String(20), nullable=False),
    Column("said", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("sound", Text, nullable=False),
    Index(None, "part"),
    Index(None, "kind", "sound"),
    Index(None, "kind", "folded"),
)  # fmt: skip
"""The names, addresses, accounts and lenders in a part, as they are looked for: by letters and by sound."""

retention = Table(
    "retention", metadata,
    Column("dossier", Integer, ForeignKey("dossier.number", ondelete="CASCADE"), primary_key=True),
    Column("ground", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("months", Integer, nullable=False),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("set_by", Text, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("proposed_by", Text),
    Column("proposed_id", String(16)),
    Column("proposed_at", Instant),
)  # fmt: skip
"""How long a dossier is kept, and who proposed to destroy it. Without a start the event has not happened yet."""

destruction = Table(
    "destruction", metadata,
    Column("id", String(36), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("certificate", Text, nullable=False),
)  # fmt: skip
"""What remains of a dossier that was destroyed: a certificate and counts, without anybody's data (JSON)."""
