# SPDX-License-Identifier: EUPL-1.2
"""The list of dossiers, and beginning a new one."""
