# SPDX-License-Identifier: EUPL-1.2
"""Step 9: the advice as paper, its export, hearings, advices of the Bureau, second reader and duties."""
