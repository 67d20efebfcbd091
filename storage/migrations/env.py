# SPDX-License-Identifier: EUPL-1.2
"""Run by Alembic: it migrates on the connection that is handed in, within the transaction that is open there."""

from __future__ import annotations

from alembic import context

from storage.search import is_not_of_search
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    include_object=is_not_of_search,
)
with context.begin_transaction():
    context.run_migrations()
