# SPDX-License-Identifier: EUPL-1.2
"""Users, attachments, names that are looked for by sound, words of the journal, and retention."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _users()
    _journal_words()
    _attachments()
    _names()
    _retention()


def _users() -> None:
    op.create_table(
        "user",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("slot", sa.String(16)),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.Column("revoked_at", sa.String(27)),
        sa.Column("must_change", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("slot", name="uq_user_slot"),
    )


def _journal_words() -> None:
    op.create_table(
        "journal_words",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("dossier", sa.Integer, nullable=False),
        sa.Column("old", sa.Text),
        sa.Column("words", sa.Text),
        sa.PrimaryKeyConstraint("seq", name="pk_journal_words"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_journal_words_seq_journal"),
        _of_dossier("journal_words"),
    )
    op.create_index("ix_journal_words_dossier", "journal_words", ["dossier"])


def _attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("dossier", sa.Integer, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("file", sa.String(32), nullable=False),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.Column("added_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        _of_dossier("attachment"),
    )
    op.create_index("ix_attachment_dossier", "attachment", ["dossier"])
    op.create_index("ix_attachment_digest", "attachment", ["digest"])


def _names() -> None:
    op.create_table(
        "name",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("sound", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_name"),
        sa.ForeignKeyConstraint(["part"], ["part.number"], name="fk_name_part_part", ondelete="CASCADE"),
    )
    op.create_index("ix_name_part", "name", ["part"])
    op.create_index("ix_name_kind_sound", "name", ["kind", "sound"])
    op.create_index("ix_name_kind_folded", "name", ["kind", "folded"])


def _retention() -> None:
    op.create_table(
        "retention",
        sa.Column("dossier", sa.Integer, nullable=False),
        sa.Column("ground", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("months", sa.Integer, nullable=False),
        sa.Column("starts_on", sa.Date),
        sa.Column("ends_on", sa.Date),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.Column("set_at", sa.String(27), nullable=False),
        sa.Column("proposed_by", sa.Text),
        sa.Column("proposed_id", sa.String(16)),
        sa.Column("proposed_at", sa.String(27)),
        sa.PrimaryKeyConstraint("dossier", name="pk_retention"),
        _of_dossier("retention"),
    )
    op.create_table(
        "destruction",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("certificate", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_destruction"),
    )


def _of_dossier(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["dossier"], ["dossier.number"], name=f"fk_{table}_dossier_dossier", ondelete="CASCADE"
    )
