# SPDX-License-Identifier: EUPL-1.2
"""Making, opening and recovering the store: the only pages without a dossier behind them."""
