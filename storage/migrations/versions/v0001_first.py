# SPDX-License-Identifier: EUPL-1.2
"""The first store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSALS = {
    "UPDATE": "a line of the journal is never changed",
    "DELETE": "a line of the journal is never taken away",
}


def upgrade() -> None:
    """Make the tables, the search index and the guards of the journal."""
    _dossiers()
    _journal()
    op.create_table(
        "setting",
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
    # Without this a word that was taken away stays readable in the index.
    op.execute("INSERT INTO search(search, rank) VALUES('secure-delete', 1)")


def _dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reference", "title", "subject")),
        sa.Column("permit_types", sa.JSON, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("received_on", sa.Date),
        sa.Column("decide_before", sa.Date),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_dossier"),
        sa.UniqueConstraint("id", name="uq_dossier_id"),
    )
    op.create_index("ix_dossier_changed_at", "dossier", ["changed_at"])
    op.create_table(
        "part",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("dossier", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_part"),
        sa.ForeignKeyConstraint(["dossier"], ["dossier.number"], name="fk_part_dossier_dossier", ondelete="CASCADE"),
        sa.UniqueConstraint("dossier", "kind", "key", name="uq_part_dossier_kind_key"),
    )
    op.create_table(
        "draft",
        sa.Column("dossier", sa.Integer, nullable=False),
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("dossier", "field", name="pk_draft"),
        sa.ForeignKeyConstraint(["dossier"], ["dossier.number"], name="fk_draft_dossier_dossier", ondelete="CASCADE"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("mac", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_index("ix_journal_about", "journal", ["about"])
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("mac", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal_head"),
    )
    for verb, why in _REFUSALS.items():
        op.execute(
            f"CREATE TRIGGER journal_no_{verb.lower()} BEFORE {verb} ON journal BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
