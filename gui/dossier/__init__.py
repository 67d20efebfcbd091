# SPDX-License-Identifier: EUPL-1.2
"""One opened dossier: nine steps, the panel beside them, and the session that keeps what is changed."""
