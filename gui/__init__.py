# SPDX-License-Identifier: EUPL-1.2
"""What is shown: windows, pages and the parts they are built from. Decides nothing, keeps nothing."""
