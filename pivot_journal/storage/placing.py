"""Give a new file its name when it is whole: for the user alone to read, and never over another one unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from pivot_journal.domain.errors import OutputFailed

_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
"""What a file system answers that has no hard links, such as that of a memory stick."""
_UNFINISHED = ".pivot-unfinished-"
"""How the name of everything begins that is not whole yet; nothing else may be called so, for it is taken away."""
_LEFT_AFTER_SECONDS = 24 * 3600


def sweep(folder: Path) -> None:
    """Take away what a process that was killed long ago left half-written in a folder."""
    before = time.time() - _LEFT_AFTER_SECONDS
    for left in folder.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(OSError):
            status = left.lstat()
            if status.st_mtime < before and status.st_uid == _own_user(status):
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink()


def _own_user(status: os.stat_result) -> int:
    """Return who runs this; the owner of the file itself where a system knows no users by number."""
    return os.getuid() if hasattr(os, "getuid") else status.st_uid


@contextlib.contextmanager
def placed(path: Path, *, over: bool = False) -> Iterator[Path]:
    """Give an empty file beside a place to write into; it gets its name when nothing went wrong.

    Args:
        path: The place; its folder is there.
        over: Whether it may take the place of a file.

    Raises:
        OutputFailed: A file is there already, or nothing can be written there.
    """
    try:
        if path.is_dir():
            raise OutputFailed(f"{path} is a folder. Name a file in it.")
        if not over and os.path.lexists(path):
            raise _taken(path)
        sweep(path.parent)
        descriptor, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
        os.close(descriptor)
        partial = Path(name)
        try:
            yield partial
            _keep(partial)
            if over:
                partial.replace(path)
            else:
                _name(partial, path)
            _keep(path.parent)
        finally:
            partial.unlink(missing_ok=True)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror or error}. Choose another place.") from error


@contextlib.contextmanager
def own_folder(folder: Path) -> Iterator[Path]:
    """Give a folder for the user alone that goes afterwards with all that is in it.

    Raises:
        OSError: It cannot be made there.
    """
    sweep(folder)
    own = tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder)
    try:
        yield Path(own)
    finally:
        shutil.rmtree(own, ignore_errors=True)


@contextlib.contextmanager
def new_file(path: Path, *, over: bool = False) -> Iterator[TextIO]:
    """Give a file to write to, for the user alone, that is there whole or not at all.

    Args:
        path: Where.
        over: Whether it may take the place of a file that is there.

    Raises:
        OutputFailed: A file is there already, or it cannot be written.
    """
    with placed(path, over=over) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextlib.contextmanager
def new_folder(path: Path, *, over: bool = False) -> Iterator[Callable[[str, str], None]]:
    """Give what writes files into a folder that is there whole or not at all.

    Args:
        path: A folder that is not there yet, or is empty.
        over: Whether there may be something in it; then files of the same names are replaced.

    Raises:
        OutputFailed: There is something in it already, or it cannot be written.
    """
    try:
        is_there = os.path.lexists(path)
        if is_there and not path.is_dir():
            raise OutputFailed(f"{path} is a file; nothing was written. Choose another name.")
        if is_there and not over and any(path.iterdir()):
            raise OutputFailed(f"{path} has something in it already; nothing was written. Choose another name.")
        with own_folder(path.absolute().parent) as own:

            def write(name: str, text: str) -> None:
                place = own / "folder" / name
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                descriptor = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                    file.write(text)

            yield write
            (own / "folder").mkdir(mode=0o700, exist_ok=True)
            if not is_there or not any(path.iterdir()):
                (own / "folder").replace(path)
                return
            for file in sorted((own / "folder").rglob("*")):
                if file.is_file():
                    there = path / file.relative_to(own / "folder")
                    there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    file.replace(there)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror or error}. Choose another place.") from error


def _name(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)  # unlike a rename, this refuses to replace a file that is there
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        partial.replace(path)


def _keep(path: Path) -> None:
    """Wait until a file or folder is on the disk; some file systems cannot say so of a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError) if path.is_dir() else contextlib.nullcontext():
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _taken(path: Path) -> OutputFailed:
    return OutputFailed(f"{path} is there already; nothing was written. Choose another name.")
