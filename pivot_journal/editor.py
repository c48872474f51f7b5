"""Write a text in the user's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pivot_journal.domain.errors import OutputFailed


def edit_text(text: str, environ: Mapping[str, str]) -> str:
    """Open a text in ``$VISUAL``, ``$EDITOR`` or vi, wait for it to be closed, and return what was saved.

    The text passes through a file only the user can read, which is removed afterwards. It stays after an editor that
    ended with an error, if something was written in it, and where it is not UTF-8.

    Raises:
        OutputFailed: The editor cannot be started, ended with an error, or left no text; names a file that stayed.
    """
    command = _command(environ)
    path = keep_text(text)
    stays = False
    try:
        before = path.read_bytes()
        try:
            status = subprocess.run([*shlex.split(command), str(path)], check=False).returncode
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise OutputFailed(f'The editor "{command}" cannot be started: {why}. Set $EDITOR.') from error
        try:
            after = path.read_bytes()
        except OSError as error:
            raise OutputFailed(f'The editor "{command}" left no file behind; nothing was taken over.') from error
        if status != 0:
            stays = after != before
            kept = f" What you wrote is kept in {path}." if stays else ""
            raise OutputFailed(f'The editor "{command}" ended with status {status}; nothing was taken over.{kept}')
        try:
            return after.decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError as error:
            stays = True
            line = after[: error.start].count(b"\n") + 1
            raise OutputFailed(
                f'What the editor "{command}" saved is not UTF-8 in line {line}; nothing was taken over. '
                f"What you wrote is kept in {path}."
            ) from error
    finally:
        if not stays:
            path.unlink(missing_ok=True)


def keep_text(text: str) -> Path:
    """Write a text into a new temporary file that only the user can read, and return where it is.

    Raises:
        OutputFailed: No file can be made.
    """
    try:
        handle, name = tempfile.mkstemp(suffix=".md", prefix="pivot-")
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise OutputFailed(f"No temporary file can be written: {error.strerror}. Set $TMPDIR.") from error
    return Path(name)


def _command(environ: Mapping[str, str]) -> str:
    named = (environ.get(variable, "").strip() for variable in ("VISUAL", "EDITOR"))
    return next(filter(None, named), "vi")
