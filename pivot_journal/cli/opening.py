"""``pivot`` and ``pivot demo``: open the full-screen app."""

from __future__ import annotations

import argparse
import contextlib
import gc
import itertools
import os
import shlex
from pathlib import Path

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import JournalError, NotFound, OutputFailed, ValueRefused
from pivot_journal.domain.observation import Observation
from pivot_journal.journal.journal import Journal, open_journal
from pivot_journal.places import data_folder, journal_path, named_path, settings_path

FRAMES = "240"
"""Frames a second at most. Nothing moves by itself, so there are never as many; but what follows a key in a second
frame, such as the preview, would wait up to a sixtieth of a second for its turn otherwise."""


def run_app(options: argparse.Namespace, session: Session) -> int:
    """Open the app on the user's journal, made when it is not there yet."""
    _needs_terminal(session)
    with session.journal(options, create=True) as journal:
        return _run(journal, session, is_demo=False)


def run_demo(options: argparse.Namespace, session: Session) -> int:
    """Open the app on the invented journal; what was typed can be kept."""
    _needs_terminal(session)
    import shutil
    import tempfile

    from pivot_journal.sample.loader import INVENTED, fill_sample

    if options.keep is not None:
        keep = named_path(options.keep, "--keep")
        if not session.has_journal(argparse.Namespace(journal=str(keep))):
            fill_sample(keep, session.now().date())
        with session.journal(argparse.Namespace(journal=str(keep))) as journal:
            status = _run(journal, session, is_demo=True)
        session.tell(f"{INVENTED} It is kept in {keep}. Your own starts with: pivot")
        return status
    folder = Path(tempfile.mkdtemp(prefix="pivot-demo-"))
    path = folder / "demo.db"
    try:
        fill_sample(path, session.now().date())
        with open_journal(path, now=session.now) as journal:
            before = journal.observations.newest_number()
            status = _run(journal, session, is_demo=True)
            is_kept_whole = _asks_to_keep_whole(journal, before, session)
        if is_kept_whole:
            kept = _free_path(data_folder(), "demo")
            kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.move(path, kept)
            session.tell(f"The demo with your changes is kept. Open it with: pivot --journal {shlex.quote(str(kept))}")
    except OSError as error:
        raise OutputFailed(f"The demo cannot be moved: {error.strerror}. It is still in {path}.") from error
    except JournalError as error:
        if path.exists():
            error.args = (f"{error} What you typed in the demo is still in {path}.",)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    session.tell(f"{INVENTED} Your own starts with: pivot")
    return status


def _needs_terminal(session: Session) -> None:
    if not session.has_screen:
        raise ValueRefused("The full-screen app needs a terminal. In a script, use a command: pivot -h")


def _run(journal: Journal, session: Session, *, is_demo: bool) -> int:
    settings = session.settings()
    if settings.simple_keys:
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read by Textual when it is imported
    has_set_frames = "TEXTUAL_FPS" not in os.environ
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # this as well
    if not is_demo and settings.inbox_path is not None:
        _take_inbox(journal, settings.inbox_path, settings.day_order, session)
    from pivot_journal.tui.app import PivotApp

    if has_set_frames:  # an editor that is started from here has frames of its own
        del os.environ["TEXTUAL_FPS"]
    app = PivotApp(
        journal,
        settings=settings,
        environ=session.environ,
        settings_path=settings_path(session.environ),
        is_demo=is_demo,
        loaded=gc.freeze,  # else Python looks through all of it now and then, and a key waits 60 ms for that
    )
    try:
        app.run()
    finally:
        gc.unfreeze()
    if app.crash is not None:
        log = _write_crash(app.crash)
        session.tell(f"pivot: The app met an error and had to end. What you typed is kept. Details: {log}")
    return app.return_code or 0


def _take_inbox(journal: Journal, inbox: Path, day_order: str, session: Session) -> None:
    """Take in what is new in the inbox; what is wrong with it is told, and does not keep the app from opening."""
    try:
        taken = journal.intake.take_inbox(inbox, day_order=day_order)
    except JournalError as error:
        session.tell(f"pivot: {error}")
        return
    if taken.rejected:
        session.tell(f"pivot: {taken.rejected} lines of {inbox} could not be taken in: pivot import --inbox says why.")


def _write_crash(error: BaseException) -> str:
    """Write where it went wrong, without the values: they would be the user's text. Return where that can be read."""
    import traceback

    path = data_folder() / "crash.log"
    frames = "".join(traceback.format_tb(error.__traceback__))
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(f"{type(error).__name__}\n{frames}", "utf-8")
    except OSError as failure:
        return f"{type(error).__name__}; {path} cannot be written: {failure.strerror}"
    return str(path)


def _asks_to_keep_whole(journal: Journal, before: int, session: Session) -> bool:
    """Offer to keep what was changed in the demo; say whether the whole of it shall stay as a file.

    Without anybody to ask, as when the terminal was closed, it stays: nothing that was typed is lost.
    """
    if journal.last_step() is None and not journal.drafts.all():
        return False
    if not session.is_interactive:
        return True
    typed = _typed_since(journal, before)
    own = journal_path(None, session.environ)
    what = "1 observation" if len(typed) == 1 else f"{len(typed)} observations"
    first = f"o keeps your {what} in {own}, " if typed else ""
    asked = f"You changed the demo: {first}w keeps the whole demo as a file, Enter throws it away. "
    line = session.ask(asked)
    answer = line.strip().casefold()
    if answer == "o" and typed:
        _keep_own(journal, typed, what, own, session)
    return answer == "w" or not line  # no line at all: the terminal is gone before anybody could say


def _keep_own(journal: Journal, typed: list[Observation], what: str, own: Path, session: Session) -> None:
    """Copy what was written in the demo into the user's own journal, in one step of undo."""
    with open_journal(own, create=True, now=session.now) as mine, mine.in_one_step(f"keep {what} of the demo"):
        for observation in typed:
            mine.observations.capture(
                observation.text,
                observed_on=observation.observed_on,
                tags=journal.observations.added_tags(observation),
                starred=observation.starred,
                triage=observation.triage,
                evidence=observation.evidence,
                reference=observation.reference,
            )
    session.tell(f"Kept in {own}.")


def _free_path(folder: Path, name: str) -> Path:
    """Return a path that nothing lies at: 'demo.db', else 'demo-2.db' and so on."""
    for number in itertools.count(1):
        path = folder / (f"{name}.db" if number == 1 else f"{name}-{number}.db")
        if not path.exists():
            return path
    raise AssertionError("the numbers never end")


def _typed_since(journal: Journal, before: int) -> list[Observation]:
    """Return what was written after a number, as it was written, without what went to the trash."""
    typed = []
    for number in range(before + 1, journal.observations.newest_number() + 1):
        with contextlib.suppress(NotFound):
            typed.append(journal.observations.get(number))
    return [observation for observation in typed if not observation.is_trashed]
