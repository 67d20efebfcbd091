# SPDX-License-Identifier: EUPL-1.2
"""Passes all tests: first side by side, a file to a core, and then those that measure, with the machine to themselves.

With arguments it is pytest itself.
"""

import os
import subprocess
import sys

MOST = 4
"""Side by side; some tests take half a gigabyte."""


def main(arguments: list[str]) -> int:
    """Run them and give the exit code: the first that is not 0."""
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return subprocess.call([*pytest, *arguments])
    beside = ["-n", str(min(os.cpu_count() or 1, MOST)), "--dist", "loadfile"]
    runs = [[*beside, "-m", "not benchmark"], ["-m", "benchmark"]]
    codes = [subprocess.call([*pytest, "--quiet", *run]) for run in runs]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
