"""Whether something failed because the disk is full: said in one sentence, wherever it is noticed."""

import errno

FULL = (errno.ENOSPC, errno.EDQUOT)
SQLITE_FULL = 13


def is_full(failure: BaseException | None) -> bool:
    """Whether a full disk is what lies behind this failure."""
    for _depth in range(8):  # what a database says stands behind what Django says of it
        if failure is None:
            return False
        if isinstance(failure, OSError) and failure.errno in FULL:
            return True
        if getattr(failure, "sqlite_errorcode", None) == SQLITE_FULL:
            return True
        failure = failure.__cause__ or failure.__context__
    return False
