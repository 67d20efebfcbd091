# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text of a dossier that has not begun, which has no dossier to belong to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "draft_of_new",
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("field", name="pk_draft_of_new"),
    )
