"""The one exit: whatever is meant for others passes here before it reaches a clipboard or a file."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pivot_journal import clipboard
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.domain.pitch import Material
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.domain.text import clean, one_line
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.one_page import as_one_page, compose_page
from pivot_journal.pitch.page import as_page
from pivot_journal.pitch.private import NOTHING_PRIVATE, Change, Mask, Masked
from pivot_journal.pitch.render import as_json_object, as_markdown, as_text, escaped_line, sources
from pivot_journal.pitch.shares import shares_joined
from pivot_journal.storage.placing import new_file

IF_NOTHING_COMES = "; if pasting gives nothing: pivot pitch -o FILE"
"""What else can be done where nobody says whether the text arrived."""
_NOT_ANSWERED = frozenset({"terminal", "tmux"})
_NOTHING_TO_SAY = "There is nothing to say yet: a story in the pitch makes a start."


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A text as it would leave, what was left out of it, and what was replaced in it."""

    text: str
    without: str = ""
    """What is missing or was left out to fit, in words: 'alternative of story 2'; empty for nothing."""
    changes: tuple[Change, ...] = ()
    """What is said instead of something private, each once, in the order of its first place."""

    @property
    def undecided(self) -> tuple[PrivateTerm, ...]:
        """The private terms of which it is not decided what is said instead: while there are any, nothing leaves."""
        return tuple({change.term.id: change.term for change in self.changes if not change.is_decided}.values())

    @property
    def replaced(self) -> tuple[str, ...]:
        """What is said instead of what, in words: '“Fennwick” leaves as “a regional bank”'."""
        pairs = dict.fromkeys((change.was, change.now) for change in self.changes if change.is_decided)
        return tuple(f"“{one_line(was)}” leaves as “{now}”" for was, now in pairs)


def release_pitch(
    material: Material,
    composition: Composition,
    rendering: str = "text",
    *,
    mask: Mask = NOTHING_PRIVATE,
    with_sources: bool = False,
) -> Released:
    """Return a pitch as it may leave: only what is said, never a prompt for what is missing, nothing private.

    Args:
        material: What the pitch was composed from.
        composition: The pitch, composed with the same mask.
        rendering: 'text', 'markdown' or 'html'.
        mask: Replaces what is private in the sources and in names.
        with_sources: Whether the dated list of what it rests on stands under it; a page always has it as footnotes.

    Raises:
        OutputFailed: Nothing is said yet, or something is missing that this format cannot leave without.
    """
    if not composition.parts and (composition.chosen.fewest_stories or not composition.blocking):
        raise OutputFailed(_NOTHING_TO_SAY)
    if composition.blocking:
        raise OutputFailed(_blocked(composition))
    leaving = _Leaving(composition, mask.apply, mask)
    if rendering == "html":
        return leaving.released(as_page(material, composition, change=leaving.change))
    text = as_markdown(composition) if rendering == "markdown" else as_text(composition)
    listed = [leaving.change(line) for line in sources(material, composition)] if with_sources else []
    if listed:
        lines = [f"- {escaped_line(line)}" if rendering == "markdown" else line for line in listed]
        text += "\n" + "\n".join(lines) + "\n"
    return leaving.released(text)


def release_json(
    material: Material, composition: Composition, *, mask: Mask = NOTHING_PRIVATE, with_sources: bool = False
) -> tuple[dict[str, object], Released]:
    """Return a pitch as the command line's contract has it, nothing private in it, and what was replaced in it.

    It names what is missing, so one that is not finished may leave too.

    Args:
        material: What the pitch was composed from.
        composition: The pitch, composed with the same mask.
        mask: Replaces what is private in the sources, in names and in what was left out.
        with_sources: Whether the dated list of what it rests on is in it.

    Returns:
        The object, and what leaves with it; its text is what is said.

    Raises:
        OutputFailed: Something private would still leave.
    """
    leaving = _Leaving(composition, mask.apply, mask)
    numbers = {seen.id: seen.number for story in material.stories for seen in story.observations}
    value = as_json_object(composition, numbers, leaving.change)
    if with_sources:
        value["sources"] = [leaving.change(line) for line in sources(material, composition)]
    return value, leaving.released(composition.text)


def release_one_page(material: Material, *, today: dt.date, mask: Mask = NOTHING_PRIVATE) -> Released:
    """Return the headline examples of a pitch as one page of HTML, as it may leave: nothing private in it.

    Args:
        material: The pitch with its stories and all that they rest on.
        today: The local day.
        mask: Replaces what is private.

    Raises:
        OutputFailed: No story in the pitch tells anything yet.
    """
    composition = compose_page(material, today=today, mask=mask)
    if not any(part.story_id for part in composition.parts):
        raise OutputFailed(_NOTHING_TO_SAY)
    leaving = _Leaving(composition, lambda text: shares_joined(mask.apply(text)), mask)
    return leaving.released(as_one_page(material, composition, today=today, change=leaving.change))


class _Leaving:
    """Sees every text of a pitch on its way out.

    Args:
        composition: What is said, composed with the same mask.
        apply: Replaces what is private in a text.
        mask: Tells whether something private is in it still.
    """

    def __init__(self, composition: Composition, apply: Callable[[str], Masked], mask: Mask) -> None:
        self._composition = composition
        self._apply = apply
        self._mask = mask
        self._texts = [composition.text]
        self._changes = [change for part in composition.parts for change in part.changes]

    def change(self, text: str) -> str:
        """Return a text as it may leave, and remember it with what was replaced in it."""
        masked = self._apply(text)
        self._texts.append(masked.text)
        self._changes += masked.changes
        return masked.text

    def released(self, text: str) -> Released:
        """Return what all texts became together.

        Raises:
            OutputFailed: A private term is in one of them still.
        """
        for seen in self._texts:
            for term in self._mask.terms_in(seen):
                raise OutputFailed(f"“{term.term}” is private and would still leave. Say it differently.")
        once = {(change.was, change.term.id): change for change in self._changes}
        return Released(text=clean(text), without=_without(self._composition), changes=tuple(once.values()))


def _blocked(composition: Composition) -> str:
    names = dict.fromkeys(composition.label(gap.role, None) for gap in composition.blocking)
    return f"{composition.chosen.label} would leave with a hole in it. Missing: {', '.join(names)}."


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


def refuse_undecided(released: Released) -> None:
    """Stop what holds a private term of which it is not decided what is said instead.

    Raises:
        OutputFailed: It does; the message names the first.
    """
    for term in released.undecided:
        raise OutputFailed(
            f"“{term.term}” is private, and it is not decided what is said instead: "
            f'pivot terms add "{term.term}" --say WORDS'
        )


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
        OutputFailed: No route took it, or a private term in it is undecided.
    """
    refuse_undecided(released)
    copied = clipboard.copy(
        released.text.strip(),
        environ=environ,
        platform=sys.platform,
        terminal=terminal,
        fallback_folder=fallback_folder,
        which=partial(shutil.which, path=environ.get("PATH")),
    )
    without = f"; without: {released.without}" if released.without else ""
    without += f"; {len(released.replaced)} private" if released.replaced else ""
    hint = IF_NOTHING_COMES if copied.route in _NOT_ANSWERED else ""
    return f"{copied.message[0].upper()}{copied.message[1:]}{hint}{without}."


def terminal_of_this_process() -> Callable[[str], None] | None:
    """Return what writes to the terminal that the process belongs to; None where it has none."""
    return clipboard.tty_writer()


def write_released(released: Released, path: Path, *, over: bool = False) -> None:
    """Write a released text into a file, whole or not at all, for the user alone to read.

    Args:
        released: What may leave.
        path: Where.
        over: Whether it may take the place of a file that is there.

    Raises:
        OutputFailed: A private term in it is undecided, a file is there already, or it cannot be written.
    """
    refuse_undecided(released)
    with new_file(path, over=over) as file:
        file.write(released.text)


def write_new_file(text: str, path: Path) -> None:
    """Write a new file, whole or not at all, for the user alone to read; never over one that is there.

    Raises:
        OutputFailed: The file is there already, or cannot be written.
    """
    with new_file(path) as file:
        file.write(text)
