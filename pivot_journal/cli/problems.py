"""What was rejected of a file: the first few told, and all of them in a file beside where the others come in."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import Incoming, Reject

PROBLEMS_SHOWN = 20
_MOST_NAMES_TRIED = 10_000


class Problems:
    """What was rejected.

    The file is complete before the journal is committed, and is taken away again if nothing came of it.

    Args:
        name: The name of the file that is imported; empty where no file of rejects is wanted.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._first: list[Reject] = []
        self._count = 0
        self._out: BinaryIO | None = None
        self.file: Path | None = None

    @property
    def has_places(self) -> bool:
        """Whether the rejects stand in several files."""
        return any(problem.place for problem in self._first)

    def __enter__(self) -> Problems:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._out is not None:
            with contextlib.suppress(OSError):
                self._out.close()
        if kind is not None and self.file is not None:
            with contextlib.suppress(OSError):
                self.file.unlink()

    def watched(self, items: Iterable[Incoming | Reject]) -> Iterator[Incoming | Reject]:
        """Give the items on, noting those that are rejected."""
        for item in items:
            if type(item) is Reject:
                self._note(item)
            yield item
        if self._out is not None:
            with self._writing():
                self._out.flush()
                os.fsync(self._out.fileno())

    def tell(self, session: Session, name: str) -> None:
        """Write one line for each problem, the first of many."""
        for problem in self._first:
            where = one_line(problem.place) or name
            session.tell(f"pivot: {where}, line {problem.line}: {problem.reason}.")
        if self._count > len(self._first):
            session.tell(f"pivot: and {self._count - len(self._first):,} more.")

    def _note(self, problem: Reject) -> None:
        self._count += 1
        if len(self._first) < PROBLEMS_SHOWN:
            self._first.append(problem)
        if not self._name:
            return
        with self._writing():
            if self._out is None:
                self._out = self._new_file()
            self._out.write(_reject_line(problem))

    def _new_file(self) -> BinaryIO:
        for number in range(1, _MOST_NAMES_TRIED):
            path = Path.cwd() / f"{self._name}.rejects{f'-{number}' if number > 1 else ''}.jsonl"
            with contextlib.suppress(FileExistsError):
                out = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                self.file = path
                return os.fdopen(out, "wb")
        raise FileExistsError(0, "too many files of rejects are there already")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputFailed(
                f"The rejects cannot be written into this folder: {error.strerror or error}. Nothing was imported."
            ) from error


def _reject_line(problem: Reject) -> bytes:
    value = {"place": problem.place, "line": problem.line, "reason": problem.reason, "raw": problem.raw}
    try:
        return (json.dumps(value, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # bytes that are no text; as escapes they can be told apart
        return (json.dumps(value) + "\n").encode()
