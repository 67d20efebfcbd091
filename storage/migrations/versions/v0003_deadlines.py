# SPDX-License-Identifier: EUPL-1.2
"""The deadlines of a dossier beside what its list shows; of what is there already they are not known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column."""
    op.add_column("dossier", sa.Column("deadlines", sa.JSON))
