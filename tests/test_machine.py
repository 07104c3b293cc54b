"""What may be used of a machine, told by made-up `proc` and `sys` folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.app.check import run
from factcheck.io.store.machine import free_memory, usable_cores

GIB = 1 << 30
MEMINFO = f"MemTotal:       {16 * GIB // 1024} kB\nMemAvailable:   {8 * GIB // 1024} kB\n"


def machine(root: Path, files: dict[str, str]) -> Path:
    """Write the files of a machine."""
    for name, text in ({"proc/meminfo": MEMINFO} | files).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="ascii")
    return root


NEW = {"proc/self/cgroup": "0::/a/b\n"}
OLD = {"proc/self/cgroup": "4:memory:/a\n3:cpuset:/\n2:cpu,cpuacct:/a\n1:name=systemd:/\n0::/\n"}


@pytest.mark.parametrize(
    ("files", "free"),
    [
        ({}, 8 * GIB),
        (NEW, 8 * GIB),
        (NEW | {"sys/fs/cgroup/a/b/memory.max": "max\n", "sys/fs/cgroup/a/b/memory.current": "5\n"}, 8 * GIB),
        (NEW | {"sys/fs/cgroup/a/b/memory.max": f"{GIB}\n", "sys/fs/cgroup/a/b/memory.current": "24\n"}, GIB - 24),
        # The limit of the group around ours holds too; what is held of files can be given up.
        (
            NEW
            | {"sys/fs/cgroup/a/memory.max": f"{GIB}\n", "sys/fs/cgroup/a/memory.current": f"{GIB}\n"}
            | {"sys/fs/cgroup/a/memory.stat": "anon 7\ninactive_file 4096\n"},
            4096,
        ),
        # A container that sees its own group at the top, while the path is the host's.
        (NEW | {"sys/fs/cgroup/memory.max": f"{GIB}\n", "sys/fs/cgroup/memory.current": "0\n"}, GIB),
        (
            OLD
            | {"sys/fs/cgroup/memory/a/memory.limit_in_bytes": f"{GIB}\n"}
            | {"sys/fs/cgroup/memory/a/memory.usage_in_bytes": f"{2 * GIB}\n"},
            0,
        ),
    ],
)
def test_memory_is_what_every_limit_leaves(tmp_path: Path, files: dict[str, str], free: int) -> None:
    """The least of what the machine has free and what each group may still take."""
    assert free_memory(machine(tmp_path, files)) == free


@pytest.mark.parametrize(
    "files",
    [
        NEW | {"sys/fs/cgroup/a/b/cpu.max": "50000 100000\n"},
        NEW | {"sys/fs/cgroup/a/b/cpu.max": "max 100000\n", "sys/fs/cgroup/a/cpu.max": "50000 100000\n"},
        NEW | {"sys/fs/cgroup/cpu.max": "50000 100000\n"},
    ],
)
def test_cores_are_what_every_quota_leaves(tmp_path: Path, files: dict[str, str]) -> None:
    """Half a core is half a core."""
    assert usable_cores(machine(tmp_path, files)) == 0.5


def test_no_quota_leaves_the_cores_there_are(tmp_path: Path) -> None:
    """Nothing said, nothing limited: -1 is how version 1 says so."""
    unlimited = {"sys/fs/cgroup/cpu/a/cpu.cfs_quota_us": "-1\n", "sys/fs/cgroup/cpu/a/cpu.cfs_period_us": "100000\n"}
    assert usable_cores(machine(tmp_path, {})) == usable_cores(machine(tmp_path, OLD | unlimited)) >= 1


@pytest.mark.parametrize(
    ("files", "cores", "memory", "chosen"),
    [
        (3_999, 64, 64 * GIB, 1),
        (4_000, 64, 64 * GIB, 2),
        (4_000, 1, 64 * GIB, 1),
        (4_000, 0.5, 64 * GIB, 1),
        (10_000, 64, 64 * GIB, 5),
        (1_000_000, 64, 64 * GIB, 8),
        (1_000_000, 64, GIB // 2, 4),
        (1_000_000, 64, 0, 1),
    ],
)
def test_processes_are_chosen_by_files_cores_and_memory(
    monkeypatch: pytest.MonkeyPatch, files: int, *, cores: float, memory: int, chosen: int
) -> None:
    """No more than there is work, cores or room for."""
    monkeypatch.setattr(run, "usable_cores", lambda: cores)
    monkeypatch.setattr(run, "free_memory", lambda: memory)
    assert run._processes(files) == chosen
