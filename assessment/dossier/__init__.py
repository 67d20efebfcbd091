# SPDX-License-Identifier: EUPL-1.2
"""The values that an officer records: frozen, one subject per file, as dossier-format/1 names them."""
