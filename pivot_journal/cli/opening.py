"""``pivot`` and ``pivot demo``: open the full-screen app."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.journal.journal import Journal, open_journal
from pivot_journal.places import data_folder, settings_path


def run_app(options: argparse.Namespace, session: Session) -> int:
    """Open the app on the user's journal, made when it is not there yet."""
    _needs_terminal(session)
    with session.journal(options, create=True) as journal:
        return _run(journal, session, is_demo=False)


def run_demo(options: argparse.Namespace, session: Session) -> int:
    """Open the app on the invented journal; what was typed can be kept."""
    _needs_terminal(session)
    from tempfile import TemporaryDirectory

    from pivot_journal.sample.loader import INVENTED, fill_sample

    keep = Path(options.keep).expanduser() if options.keep else None
    if keep is not None and keep.exists():
        with session.journal(argparse.Namespace(journal=str(keep))) as journal:
            return _run(journal, session, is_demo=True)
    with TemporaryDirectory(prefix="pivot-demo-") as folder:
        path = keep or Path(folder) / "demo.db"
        fill_sample(path, session.now().date())
        with open_journal(path, now=session.now) as journal:
            before = journal.observations.newest_number()
            status = _run(journal, session, is_demo=True)
            if keep is None:
                _offer_to_keep(journal, before, session)
    session.tell(f"{INVENTED} Your own starts with: pivot" + (f"  ({keep} is kept)" if keep else ""))
    return status


def _needs_terminal(session: Session) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or session.environ.get("TERM") == "dumb":
        raise ValueRefused("The full-screen app needs a terminal. In a script, use a command: pivot -h")


def _run(journal: Journal, session: Session, *, is_demo: bool) -> int:
    settings = session.settings()
    if settings.simple_keys:
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read by Textual when it is imported
    from pivot_journal.tui.app import PivotApp

    app = PivotApp(
        journal,
        settings=settings,
        environ=session.environ,
        settings_path=settings_path(session.environ),
        is_demo=is_demo,
    )
    app.run()
    if app.crash is not None:
        log = _write_crash(app.crash)
        session.tell(f"pivot: The app met an error and had to end. What you typed is kept. Details: {log}")
    return app.return_code or 0


def _write_crash(error: BaseException) -> Path:
    """Write where it went wrong, without the values: they would be the user's text."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "crash.log"
    frames = "".join(traceback.format_tb(error.__traceback__))
    path.write_text(f"{type(error).__name__}\n{frames}", "utf-8")
    path.chmod(0o600)
    return path


def _offer_to_keep(journal: Journal, before: int, session: Session) -> None:
    """Offer to copy what was typed in the demo into the user's own journal."""
    from pivot_journal.domain.filter import Filter
    from pivot_journal.places import journal_path

    newest = journal.observations.newest_number()
    typed = [o for o in journal.observations.page(Filter(), limit=newest - before or 1) if o.number > before]
    if newest <= before or not typed or not session.is_interactive:
        return
    own = journal_path(None, session.environ)
    sys.stderr.write(f"You wrote {len(typed)} observations in the demo. Keep them in {own}? [y/N] ")
    sys.stderr.flush()
    if session.stdin.readline().strip().casefold() not in {"y", "yes"}:
        return
    with open_journal(own, create=True, now=session.now) as mine:
        for observation in sorted(typed, key=lambda o: o.number):
            mine.observations.capture(
                observation.text,
                observed_on=observation.observed_on,
                tags=observation.tags,
                starred=observation.starred,
                evidence=observation.evidence,
            )
    session.tell(f"Kept in {own}.")
