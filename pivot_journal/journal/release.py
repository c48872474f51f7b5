"""The one exit: whatever is meant for others passes here before it reaches a clipboard or a file."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pivot_journal import clipboard
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.domain.text import clean
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.render import as_markdown, as_text, escaped_line

_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
"""What a file system answers that has no hard links, such as that of a memory stick."""


@dataclass(frozen=True, slots=True)
class Released:
    """A text that may leave, and what was left out of it."""

    text: str
    without: str
    """What is missing or was left out to fit, in words: 'alternative of story 2'; empty for nothing."""


def release_pitch(composition: Composition, rendering: str = "text") -> Released:
    """Return a pitch as it may leave: only what is said, never a prompt for what is missing.

    Args:
        composition: The pitch.
        rendering: 'text' or 'markdown'.

    Raises:
        OutputFailed: Nothing is said yet.
    """
    if not composition.parts:
        raise OutputFailed("There is nothing to say yet: a story in the pitch makes a start.")
    text = as_markdown(composition) if rendering == "markdown" else as_text(composition)
    return Released(clean(text), _without(composition))


def _without(composition: Composition) -> str:
    """Name what is missing and what was left out, the same thing of several stories in one go."""
    ids = [story_id for story_id, _ in composition.story_titles]
    stories: dict[str, list[str]] = {}
    for missing in composition.gaps:
        named = stories.setdefault(composition.label(missing.role, None), [])
        if missing.story_id in ids:
            named.append(str(ids.index(missing.story_id) + 1))
    words = [
        name + (f" of stor{'y' if len(of) == 1 else 'ies'} {' and '.join(of)}" if of else "")
        for name, of in stories.items()
    ]
    return ", ".join(dict.fromkeys([*words, *(left.label for left in composition.left_out)]))


def with_sources(released: Released, sources: list[str], rendering: str = "text") -> Released:
    """Return a released pitch with the dated list of what it rests on under it."""
    if not sources:
        return released
    lines = [f"- {escaped_line(line)}" for line in sources] if rendering == "markdown" else sources
    listed = "\n".join(lines)
    return replace(released, text=clean(f"{released.text}\n{listed}\n"))


def copy_released(
    released: Released,
    *,
    environ: Mapping[str, str],
    terminal: Callable[[str], None] | None,
    fallback_folder: Path,
) -> str:
    """Put a released text on the clipboard by the surest route there is.

    Args:
        released: What may leave; blank ends do not.
        environ: Tells about displays, tmux and SSH.
        terminal: Writes a control sequence to the terminal; None where there is none.
        fallback_folder: Where a file is left when no route takes the text.

    Returns:
        What was done, naming the route and what was left out; it claims no more than is known.

    Raises:
        OutputFailed: No route took it.
    """
    copied = clipboard.copy(
        released.text.strip(),
        environ=environ,
        platform=sys.platform,
        terminal=terminal,
        fallback_folder=fallback_folder,
        which=partial(shutil.which, path=environ.get("PATH")),
    )
    without = f"; without: {released.without}" if released.without else ""
    return f"{copied.message[0].upper()}{copied.message[1:]}{without}."


def terminal_of_this_process() -> Callable[[str], None] | None:
    """Return what writes to the terminal that the process belongs to; None where it has none."""
    return clipboard.tty_writer()


def write_new_file(text: str, path: Path) -> None:
    """Write a new file, whole or not at all, for the user alone to read; never over one that is there.

    Raises:
        OutputFailed: The file is there already, or cannot be written.
    """
    try:
        if not _write_and_link(text, path):
            _write_in_place(text, path)
    except FileExistsError:
        raise OutputFailed(f"{path} is there already; nothing was written. Choose another name.") from None
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}. Choose another place.") from error


def _write_and_link(text: str, path: Path) -> bool:
    """Write the text beside its place and give it its name when it is whole; False where no links can be made."""
    descriptor, name = tempfile.mkstemp(prefix=".pivot-", suffix=".partial", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.link(name, path)  # unlike a rename, this refuses to replace a file that is there
    except OSError as error:
        if error.errno in _NO_LINKS:
            return False
        raise
    finally:
        Path(name).unlink(missing_ok=True)
    return True


def _write_in_place(text: str, path: Path) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
