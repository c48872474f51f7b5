"""``pivot edit``, ``delete``, ``undo`` and ``redo``. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
from dataclasses import replace

from pivot_journal.cli.cells import cut
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.cli.showing import observation_line, observation_object
from pivot_journal.domain.errors import JournalError, NotFound, ValueRefused
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import accept_tag, clean, inline_tags, one_line, tag_key
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.observations import quoted

_LONGEST_ECHO = 160
"""Cells; two lines of most terminals."""


def run_edit(options: argparse.Namespace, session: Session) -> int:
    """Change one observation; all changes of one command are one step of undo."""
    accept_words((options.text or "", options.on or "", *options.tag, *options.untag), "changed")
    if options.text is not None and options.editor:
        raise ValueRefused("--text does not go together with -e.")
    is_starred = True if options.star else False if options.unstar else None
    if not (options.tag or options.untag or options.editor or is_starred is not None) and (
        options.text is None and options.on is None
    ):
        raise ValueRefused(
            "There is nothing to change. Say what: --text, --on, --tag, --untag, --star, --unstar or -e."
        )
    with session.journal(options) as journal:
        before = journal.observations.get(options.number)
        _refuse_trashed(before)
        text: str | None = options.text
        # What cannot be is refused before an editor is opened.
        _added_tags(options, journal, before, before.text if text is None and not options.editor else text or "")
        if options.editor:
            from pivot_journal.editor import edit_text

            text = edit_text(before.text, session.environ)
            if not clean(text).strip():
                raise ValueRefused("The editor left no text; nothing was changed.")
            if clean(text).strip() == before.text:
                text = None
        try:
            now, after = _change(options, session, journal, before, text, is_starred)
        except JournalError as error:
            if options.editor and text is not None:
                from pivot_journal.editor import keep_text

                error.args = (f"{error} What you wrote is kept in {keep_text(text)}.",)
            raise
    if options.json:
        session.put_json(observation_object(after))
    if session.shows_words:
        is_other = replace(after, updated_at=now.updated_at) != now
        line = cut(observation_line(after, digits=1), _LONGEST_ECHO)
        session.tell(line if is_other else "Nothing was changed: it is so already.")
    if after.text != now.text != before.text:
        session.tell("It had been reworded elsewhere meanwhile; that wording is kept as an earlier one.")
    elif now.updated_at != before.updated_at:
        session.tell("It had been changed elsewhere meanwhile; what you did not change stands as it is there.")
    return 0


def _refuse_trashed(observation: Observation) -> None:
    if observation.is_trashed:
        number = observation.number
        raise ValueRefused(f"{number} is in the trash. To bring it back: pivot delete {number} --restore")


def _change(
    options: argparse.Namespace,
    session: Session,
    journal: Journal,
    before: Observation,
    text: str | None,
    is_starred: bool | None,
) -> tuple[Observation, Observation]:
    """Return the observation as it stood when nobody else could change it any more, and as it is now."""
    when = None
    if options.on is not None:
        from pivot_journal.dates import parse_observed_on

        when = parse_observed_on(options.on, journal.today, day_order=session.day_order(options.on))
    with journal.in_one_step(f"edit {quoted(before.text)}"):
        now = journal.observations.get(before.number)
        _refuse_trashed(now)
        added = _added_tags(options, journal, now, now.text if text is None else text)
        is_same_text = text is None or clean(text).strip() == now.text
        if not is_same_text or added is not None or (when is not None and when != now.observed_on):
            journal.observations.edit(now.number, text=text, observed_on=when, added_tags=added)
        if is_starred is not None and is_starred != now.starred:
            journal.observations.star(now.number, is_starred)
        return now, journal.observations.get(now.number)


def _added_tags(options: argparse.Namespace, journal: Journal, observation: Observation, text: str) -> list[str] | None:
    """Return all tags that shall stand beside the text; None where they stay as they are.

    Raises:
        ValueRefused: One cannot be a tag, or shall go and stands in the text.
        NotFound: One shall go that is not there.
    """
    wanted = {tag_key(accept_tag(tag)): accept_tag(tag) for tag in options.tag}
    gone = {tag_key(accept_tag(tag)): accept_tag(tag) for tag in options.untag}
    if not (wanted or gone):
        return None
    beside = {tag_key(tag): tag for tag in journal.observations.added_tags(observation)}
    carried = {tag_key(tag) for tag in observation.tags}
    typed = {tag_key(tag) for tag in inline_tags(text)}
    for key, tag in gone.items():
        if key in wanted:
            raise ValueRefused(f"--tag {wanted[key]} does not go together with --untag {tag}.")
        if key not in carried:
            raise NotFound(f"{observation.number} has no tag #{tag}.")
        if key in typed and key not in beside:
            raise ValueRefused(
                f"#{tag} stands in the text of {observation.number}. "
                f"Change the text: pivot edit {observation.number} -e"
            )
    return [tag for key, tag in (beside | wanted).items() if key not in gone]


def run_delete(options: argparse.Namespace, session: Session) -> int:
    """Put one observation into the trash, or take it out again."""
    with session.journal(options) as journal:
        observation = journal.observations.get(options.number)
        if observation.is_trashed != options.restore:
            is_so = "is in the trash already" if observation.is_trashed else "is not in the trash"
            raise NotFound(f"{observation.number} {is_so}.")
        journal.observations.trash(observation.number, trashed=not options.restore)
    if session.shows_words:
        said = "is back." if options.restore else "is in the trash. pivot undo brings it back."
        session.tell(f"{observation.number} {quoted(observation.text)} {said}")
    return 0


def run_undo(options: argparse.Namespace, session: Session) -> int:
    """Take the last step back, and say which it was."""
    with session.journal(options) as journal:
        verb = journal.undo()
    session.put(f"Undone: {one_line(verb)}")
    return 0


def run_redo(options: argparse.Namespace, session: Session) -> int:
    """Bring back the step that was undone last, and say which it was."""
    with session.journal(options) as journal:
        verb = journal.redo()
    session.put(f"Done again: {one_line(verb)}")
    return 0
