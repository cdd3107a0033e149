"""What a runner used so far, read from outside: no code in it is asked."""

from __future__ import annotations

import sys
import time

from grader.runner.cgroups import Group


class Meter:
    """CPU time and memory of one process; what was last read, once it has ended.

    Args:
        pid: The process; 0 for none.
        group: Its control group, where it has one.
    """

    def __init__(self, pid: int = 0, group: Group | None = None) -> None:
        self._pid = pid
        self._group = group
        self._cpu = self._start_mb = self._peak_mb = 0.0

    def start(self) -> None:
        """Leave out of account what memory it has now, and shares with the launcher."""
        self._start_mb = self._anonymous_mb()

    def cpu_seconds(self) -> float:
        """CPU time of all its threads."""
        if sys.platform == "linux" and self._pid:
            try:
                # The clock of another process: CPUCLOCK_SCHED in the kernel's headers.
                self._cpu = time.clock_gettime((~self._pid << 3) | 2)
            except OSError:
                pass
        return self._cpu

    def peak_mb(self) -> float:
        """The most memory of its own that it had, in MiB; 0 where it cannot be told.

        Its control group knows. Else it is the most that was seen when this was asked.
        """
        if self._group is not None:
            found = self._group.peak_mb()
        else:
            found = self._anonymous_mb() - self._start_mb
        self.learn(found)
        return self._peak_mb

    def learn(self, peak_mb: float) -> None:
        """Take what somebody else read last, before it could be read no more."""
        self._peak_mb = max(self._peak_mb, peak_mb)

    def _anonymous_mb(self) -> float:
        try:
            with open(f"/proc/{self._pid}/status", encoding="ascii") as file:
                for line in file:
                    if line.startswith("RssAnon:"):
                        return int(line.split()[1]) / 1024
        except (OSError, ValueError):
            pass
        return 0.0
