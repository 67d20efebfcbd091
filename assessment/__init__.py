# SPDX-License-Identifier: EUPL-1.2
"""What is asked, recorded, concluded and told. Pure: no Qt, no SQL, no files, no clock."""
