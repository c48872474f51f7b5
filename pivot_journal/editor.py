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

    The text passes through a file only the user can read, which is removed afterwards.

    Raises:
        OutputFailed: The editor cannot be started or ended with an error; the text is as it was.
    """
    command = environ.get("VISUAL") or environ.get("EDITOR") or "vi"
    handle, name = tempfile.mkstemp(suffix=".md", prefix="pivot-")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        try:
            status = subprocess.run([*shlex.split(command), name], check=False).returncode
        except (OSError, ValueError) as error:
            raise OutputFailed(f'The editor "{command}" cannot be started: {error}. Set $EDITOR.') from error
        if status != 0:
            raise OutputFailed(f'The editor "{command}" ended with status {status}; nothing was taken over.')
        return path.read_text("utf-8", errors="replace").rstrip("\n")
    finally:
        path.unlink(missing_ok=True)
