"""What is done with all that is selected in the Journal: sort, star, tag, delete, each as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import accept_tag
from pivot_journal.domain.words import MARKS, TRIAGE, notes_said, selected_said
from pivot_journal.journal.observations import Retagged, quoted
from pivot_journal.tui.messages import JournalChanged
from pivot_journal.tui.views.journal_finding import JournalFinding
from pivot_journal.tui.widgets.ask_line import AskLine
from pivot_journal.tui.widgets.selecting_list import SelectingList
from pivot_journal.tui.wrapping import cut

StoreDecision = Callable[[str | None, str | None], None]
"""Is given the id of a decision, or the title of a new one; neither where there is none yet."""

WHAT_WORKS = (" · f w o n sort, * star, h tag, Del trash, Esc clear", " · Esc clear", "")
"""The most that fits is said."""
TAGS_PROMPT = "dock late -todo"


class JournalSelection:
    """The list, the verbs for what is selected in it, and the words for that.

    Args:
        view: The Journal.
        ask_decision: Asks which decision something belongs to: what it is, what is done with the answer, and for what.
    """

    def __init__(self, view: JournalFinding, ask_decision: Callable[[Triage, StoreDecision, str], None]) -> None:
        self._view = view
        self._ask_decision = ask_decision
        self.list = SelectingList(view.desk.journal.observations, view.desk.journal.today, self.act)

    def line(self, width: int) -> Content | None:
        """Return how many are selected and what works on them, in one line; None where nothing is selected."""
        if not self.list.selected:
            return None
        said = cut(selected_said(len(self.list.selected), self.list.hidden), width)
        works = next((each for each in WHAT_WORKS if len(said) + len(each) <= width), "")
        return Content.assemble((said, "bold $primary"), (works, "$quiet"))

    async def act(self, verb: str, value: str) -> None:
        """Do something with all that is selected: 'sort' (with what as), 'star', 'tag' or 'delete'."""
        numbers = sorted(self.list.selected)
        if verb == "sort":
            self._sort(numbers, Triage(value))
        elif verb == "star":
            self._do(numbers, self._star)
        elif verb == "delete":
            self._do(numbers, self._trash)
        else:
            await self.ask_for_tags()

    def _do(self, numbers: Sequence[int], verb: Callable[[list[int]], str]) -> None:
        """Run a verb on those that are still there, and select nothing afterwards.

        Args:
            numbers: Which ones were meant.
            verb: Changes them and returns what to tell the user; where it raises, the selection stays.
        """
        view = self._view
        present = sorted(view.desk.journal.observations.out_of_trash(numbers))
        said = verb(present) if present else "What was meant is no longer there."
        self.list.clear_selection()
        view.post_message(JournalChanged(said))

    def _sort(self, numbers: Sequence[int], triage: Triage) -> None:
        journal = self._view.desk.journal

        def store(decision_id: str | None, new_title: str | None) -> None:
            def verb(present: list[int]) -> str:
                with journal.in_one_step(f"sort {notes_said(len(present))}"):
                    chosen = journal.decisions.add(new_title).id if new_title else decision_id
                    journal.observations.sort_many(present, triage, chosen)
                return f"{notes_said(len(present))}: {MARKS[triage]} {TRIAGE[triage]}; u takes it back."

            self._do(numbers, verb)

        if triage is Triage.NOT_PRODUCT:
            store(None, None)
        else:
            self._ask_decision(triage, store, notes_said(len(numbers)))

    def _star(self, numbers: list[int]) -> str:
        are_starred = self._view.desk.journal.observations.star_many(numbers)
        stand = "stands" if len(numbers) == 1 else "stand"
        no_longer = "" if are_starred else "no longer "
        return f"{notes_said(len(numbers))} {no_longer}{stand} out; u takes it back."

    def _trash(self, numbers: list[int]) -> str:
        self._view.desk.journal.observations.trash_many(numbers)
        are, them = ("is", "it") if len(numbers) == 1 else ("are", "them")
        return f"{notes_said(len(numbers))} {are} in the trash; u brings {them} back."

    # Tags

    async def ask_for_tags(self) -> None:
        """Ask for the tags of what is selected, or of the highlighted one where nothing is."""
        view = self._view
        numbers = sorted(self.list.selected)
        if not numbers and self.list.observation is not None:
            numbers = [self.list.observation.number]
        if not numbers:
            return
        if view.naming is None:
            view.naming = AskLine(view.take_focus)
            await view.mount(view.naming)
        of = notes_said(len(numbers))
        if len(numbers) == 1:
            of = quoted(view.desk.journal.observations.get(numbers[0]).text)
        question = f"Tags for {of}; a - before one takes it out."
        view.naming.ask(question, lambda answer: self.retag(numbers, answer), prompt=TAGS_PROMPT)

    def retag(self, numbers: Sequence[int], answer: str) -> None:
        """Add and take out the tags of an answer: 'dock late -todo'.

        Raises:
            JournalError: One of them cannot be a tag; nothing was changed.
        """
        add, remove = tags_typed(answer)
        if not add and not remove:
            return

        def verb(present: list[int]) -> str:
            changed = self._view.desk.journal.observations.retag_many(present, add, remove)
            return retagged_said(len(present), add, remove, changed)

        self._do(numbers, verb)


def tags_typed(answer: str) -> tuple[list[str], list[str]]:
    """Return the tags to add and those to take out, which have a '-' before them.

    Raises:
        ValueRefused: One of them cannot be a tag.
    """
    words = answer.replace(",", " ").split()
    if any(word == "-" for word in words):
        raise ValueRefused("A - belongs to the tag that is to be taken out, without a space between: -todo.")
    add = [accept_tag(word) for word in words if not word.startswith("-")]
    return add, [accept_tag(word[1:]) for word in words if word.startswith("-")]


def retagged_said(number: int, add: Sequence[str], remove: Sequence[str], changed: Retagged) -> str:
    """Say what became of it, such as '12 notes tagged #dock; u takes it back.', or that it was so already."""
    if not changed.got and not changed.lost:
        return f"Nothing was changed: {'it was' if number == 1 else 'they were'} tagged so already."
    parts = [f"{notes_said(number)} tagged {_signed(add)}"] if add else []
    if changed.lost:
        parts.append(f"{_signed(remove)} taken out of {notes_said(changed.lost)}")
    if changed.still_typed:
        parts.append(f"still typed in {changed.still_typed:,} of the texts, which stay as they are")
    return f"{'; '.join(parts)}; u takes it back."


def _signed(names: Sequence[str]) -> str:
    return " ".join(f"#{name}" for name in names)
