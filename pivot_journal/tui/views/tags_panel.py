"""Every tag with how often it is used: go to its notes, give it another name, make two of them one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from pivot_journal.domain.text import accept_tag, one_line, tag_key
from pivot_journal.domain.words import notes_said
from pivot_journal.journal.tags import TagChange, TagUse
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged, ShowView
from pivot_journal.tui.views.narrowed_panel import NarrowedPanel
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import cut

LONGEST_SHOWN = 40
"""Cells of a tag beyond which it is cut in the list."""
NO_TAGS = "No note has a tag yet. Type one in the text: a, then “Dock full #dock”."
NO_MATCH = "No tag has these letters. Esc shows every tag again."


class TagsPanel(NarrowedPanel):
    """The tags, the most used first; one that looks like another stands under it.

    Args:
        desk: The journal and the keeper of drafts.
    """

    BINDINGS = bindings_of("tags")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._part = ""
        """What the tags that are shown have in them."""
        self._uses: dict[str, TagUse] = {}
        self._likes: dict[str, str] = {}
        self._wanted: str | None = None
        """The tag to stand on when they are read again; the same as before when None."""

    def look_again(self) -> None:
        """Read the tags again; the cursor stays on its own."""
        tags = self.desk.journal.tags
        uses = tags.all()
        self._uses = {use.name: use for use in uses}
        self._likes = likes_of(tags.alike(uses))
        self._show()

    @property
    def meant(self) -> TagUse | None:
        """The highlighted tag."""
        return self._uses.get(str(self.list.key))

    # What is shown

    def _show(self) -> None:
        uses = [use for use in self._uses.values() if self._part in tag_key(use.name)]
        nothing = NO_MATCH if self._uses else NO_TAGS
        self.list.set_rows(tag_rows(uses, self._likes) or [Row([Line([(f" {nothing}", "dim")])])], self._wanted)
        self._wanted = None
        self._show_head()
        self.refresh_bindings()

    def _show_head(self) -> None:
        count = "1 tag" if len(self._uses) == 1 else f"{len(self._uses):,} tags"
        self._head.update(
            Content.assemble(
                ("Tags", "bold"),
                (f"  {count}" if self._uses else "", "$quiet"),
                (f"\n{self._hint()}" if self._likes else "", "$quiet"),
            )
        )

    def _hint(self) -> str:
        """Say what can be done about a tag that looks like another: the highlighted one, else the first."""
        name = self.meant.name if self.meant and self.meant.name in self._likes else next(iter(self._likes))
        return f"#{name} and #{self._likes[name]} look alike; R on #{name} makes them one"

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what can be done about the highlighted one."""
        event.stop()
        self._show_head()

    def _narrow(self, part: str) -> None:
        """Show the tags that have some letters in them."""
        self._part = tag_key(part.strip().removeprefix("#"))
        self._show()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "search":
            return bool(self._uses)
        return action == "close" or self.meant is not None

    def action_search(self) -> None:
        """Narrow the list by what is typed."""
        self.search.open(is_date=False)
        self.search.editor.placeholder = "a part of a tag"

    def action_show(self) -> None:
        """Show the notes of the highlighted tag in the Journal."""
        if self.meant is not None:
            self.post_message(ClosePanel(self))
            self.post_message(ShowView("journal", f"#{self.meant.name}"))

    def action_rename(self) -> None:
        """Give the highlighted tag another name; that of another tag makes the two one."""
        use = self.meant
        if use is None:
            return
        like = self._likes.get(use.name)
        if like is not None:
            self._ask_to_merge(use, self._uses[like], is_asked_for=False)
        else:
            question = f"What is #{use.name} to be called? The name of another tag makes the two one."
            self.ask_line.ask(question, self._named(use), text=use.name)

    def _named(self, use: TagUse, confirmed: str = "") -> Callable[[str], None]:
        """Return what takes the new name of a tag; one that is another's is asked about once.

        Args:
            use: The tag.
            confirmed: The other tag that it was said of that the two become one.
        """

        def named(name: str) -> None:
            name = accept_tag(name)
            tags = self.desk.journal.tags
            other = tags.named(name) if tag_key(name) != tag_key(use.name) else None
            if other is None:
                self._changed(use, tags.rename(use.name, name))
            elif tag_key(name) == tag_key(confirmed):
                self._changed(use, tags.merge([use.name], other.name))
            else:
                self.call_later(self._ask_to_merge, use, other)  # once the line has closed over this answer

        return named

    def _ask_to_merge(self, use: TagUse, other: TagUse, *, is_asked_for: bool = True) -> None:
        """Say that a tag becomes one with another, and ask."""
        why = f"There is #{other.name} already" if is_asked_for else f"#{use.name} and #{other.name} look alike"
        question = (
            f"{why}. Enter makes them one: #{use.name} ({notes_said(use.count)}) goes, "
            f"#{other.name} ({notes_said(other.count)}) stays."
        )
        self.ask_line.ask(question, self._named(use, other.name), text=other.name)

    def _changed(self, before: TagUse, changed: TagChange) -> None:
        """Tell what became of a tag, and stand on it."""
        self._stand_on(changed.name)
        self.post_message(JournalChanged(changed_said(before.name, changed)))

    def highlight(self, key: object) -> None:
        """Stand on a tag by its name."""
        self._stand_on(str(key))
        self.look_again()

    def _stand_on(self, name: str) -> None:
        """Stand on a tag when they are read again; the list is no longer narrowed where that would leave it out."""
        if self._part not in tag_key(name):
            self.search.action_clear()
        self._wanted = name

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True


def likes_of(pairs: Sequence[tuple[TagUse, TagUse]]) -> dict[str, str]:
    """Return for each tag that looks like a more used one the name of that; of several the most used."""
    found: dict[str, str] = {}
    for one, other in pairs:
        found.setdefault(other.name, one.name)
    return found


def tag_rows(uses: Sequence[TagUse], likes: Mapping[str, str]) -> list[Row]:
    """Return a row for each tag, in the order given; one that looks like another stands under it where both are shown.

    Args:
        uses: The tags.
        likes: What some of them look like, by name.
    """
    names = {use.name for use in uses}
    under = {name: like for name, like in likes.items() if name in names and like in names and like not in likes}
    figures = max((len(f"{use.count:,}") for use in uses), default=0)
    shown = {use.name: cut(f"#{one_line(use.name)}", LONGEST_SHOWN) for use in uses}
    column = max(map(cell_len, shown.values()), default=0)
    rows = []
    for use in uses:
        if use.name in under:
            continue
        for each in [use, *(other for other in uses if under.get(other.name) == use.name)]:
            name = shown[each.name]
            looks = f"   looks like #{one_line(likes[each.name])}" if each.name in likes else ""
            line = Line(
                [
                    (f" {name}{' ' * (column - cell_len(name))}  ", ""),
                    (f"{each.count:>{figures},}", "strong"),
                    (" note" if each.count == 1 else " notes", "dim"),
                    (looks, "warn"),
                ]
            )
            rows.append(Row([line], each.name))
    return rows


def changed_said(before: str, changed: TagChange) -> str:
    """Say what became of a tag.

    Args:
        before: Its name before.
        changed: What the rename or merge came to.
    """
    said = f"#{before} is #{changed.name} now, on {notes_said(changed.notes)}. u takes it back."
    if changed.still_typed:
        texts = "1 text" if changed.still_typed == 1 else f"{changed.still_typed:,} texts"
        said += f" The old name still stands in {texts}, as it was written; it is no tag there any more."
    return said
