"""What this process may use of the machine: cores and memory, limits of control groups (cgroups 1 and 2) respected."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

#: More memory than any machine has: where nothing tells how much there is.
_PLENTY = 1 << 62


def usable_cores(root: Path = Path("/")) -> float:
    """Return how many cores this process may keep busy, 0.5 for half of one.

    Args:
        root: Where `proc` and `sys` are.
    """
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares = [float(affinity)]
    for group in _groups(root, "cpu"):
        quota, period = (
            _numbers(group / "cpu.max")
            or (
                *_numbers(group / "cpu.cfs_quota_us"),
                *_numbers(group / "cpu.cfs_period_us"),
            )
            or (0, 0)
        )
        if quota > 0 and period > 0:
            shares.append(quota / period)
    return min(shares)


def free_memory(root: Path = Path("/")) -> int:
    """Return how many bytes of memory this process and those it starts may still take; see `usable_cores`.

    What a group holds of files only counts as free, as the kernel gives it up first.
    """
    free = [1024 * _table(root / "proc/meminfo").get("MemAvailable:", _PLENTY)]
    for group in _groups(root, "memory"):
        limit = _numbers(group / "memory.max") or _numbers(group / "memory.limit_in_bytes")
        used = _numbers(group / "memory.current") or _numbers(group / "memory.usage_in_bytes")
        if limit and used:
            free.append(limit[0] - used[0] + _table(group / "memory.stat").get("inactive_file", 0))
    return max(0, min(free))


def _groups(root: Path, controller: str) -> Iterator[Path]:
    """Yield the folders of the control groups this process is in, and of those these are in, for a controller.

    Source: cgroups(7). In a container the path may be one of the host's; then the top is what there is.
    """
    for line in _read(root / "proc/self/cgroup").splitlines():
        _, controllers, path = line.split(":", 2)
        if not controllers:
            top = root / "sys/fs/cgroup"
        elif controller in controllers.split(","):
            top = root / "sys/fs/cgroup" / controller
        else:
            continue
        group = top / path.lstrip("/")
        yield from (group, *(parent for parent in group.parents if parent.is_relative_to(top)))


def _numbers(file: Path) -> tuple[int, ...]:
    """Return the numbers in a file of one line; none where there is no such file, or no limit."""
    words = _read(file).split()
    return tuple(map(int, words)) if words and all(word.lstrip("-").isdigit() for word in words) else ()


def _table(file: Path) -> dict[str, int]:
    rows = (line.split() for line in _read(file).splitlines())
    return {row[0]: int(row[1]) for row in rows if len(row) > 1 and row[1].isdigit()}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
