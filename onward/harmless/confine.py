"""Limits that a process puts on itself before it looks at what was sent. They cannot be taken off again.

Everywhere: memory, time, no new file, no process, no socket (there is no free descriptor for one), nothing written to
disk. On Linux besides, the kernel refuses every call that is not in the list: a file that takes the process over can
then compute and answer, and neither read the disk, nor reach the network, nor look into the process that holds keys.
"""

import ctypes
import platform
import resource
import signal
import struct
import sys

# Names as in the kernel -> numbers on the two kinds of machines for which wheels and tests exist.
CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "getpid": (39, 172),
    "exit": (60, 93),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "exit_group": (231, 94),
    "tgkill": (234, 131),
    "getrandom": (318, 278),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine -> which column, and the number by which the kernel names it."""

_PDEATHSIG, _NO_NEW_PRIVS, _SECCOMP, _FILTER = 1, 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # EPERM
_NUMBER_AT, _MACHINE_AT = 0, 4


def limit(*, memory: int, seconds: int) -> None:
    """Bound memory and time, and end with whoever started this process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    _bound(resource.RLIMIT_AS, memory)
    _bound(resource.RLIMIT_CPU, seconds)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_FSIZE, 0)


def confine() -> bool:
    """Open nothing from here on. Gives whether the kernel holds the list of calls as well."""
    _bound(resource.RLIMIT_NPROC, 0)
    _bound(resource.RLIMIT_NOFILE, 3)
    return sys.platform == "linux" and platform.machine() in MACHINES and _filter(*MACHINES[platform.machine()])


def _bound(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _filter(column: int, machine: int) -> bool:
    """A program for the kernel: another machine's numbers are refused, those of the list pass, all else is refused."""
    numbers = sorted(both[column] for both in CALLS.values())
    last = len(numbers) + 1
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 0, last, machine),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_EQUAL, last - at, 0, number) for at, number in enumerate(numbers, 1)),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None).prctl
    return bool(prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 and prctl(_SECCOMP, _FILTER, program, 0, 0) == 0)
