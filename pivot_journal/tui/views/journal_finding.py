"""Finding in the Journal: what is said of a search, the saved ones, and this day in earlier years."""

from __future__ import annotations

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.query import Decided, OnThisDay, Problem, Query, Tagged
from pivot_journal.domain.text import clean, one_line
from pivot_journal.domain.when import MONTHS
from pivot_journal.journal.observations import Observations, quoted
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.ask_line import AskLine
from pivot_journal.tui.widgets.entry_list import PAGE, EntryList
from pivot_journal.tui.widgets.search_line import SearchLine
from pivot_journal.tui.wrapping import cut

ON_THIS_DAY = "onthisday"
"""The search that shows this day in earlier years."""
LONGEST_PART = 24
"""Cells of a part of a search that is named."""


class JournalFinding(Panel):
    """The part of the Journal that finds."""

    search: SearchLine
    list: EntryList
    _was_finding = False
    naming: AskLine | None = None
    """The line in which a name for a search is asked; there once it was asked for."""

    def say_found(self) -> None:
        """Say under the search line what is not right in it, what was found, and why nothing was."""
        self.search.say(said_of(self.list, self.desk.journal.observations))
        if bool(self.search.words) != self._was_finding:  # there is something to keep now, or no longer
            self._was_finding = not self._was_finding
            self.refresh_bindings()

    def action_on_this_day(self) -> None:
        """Show what was noted around this day in earlier years."""
        self.search.look_for(ON_THIS_DAY)

    def action_searches(self) -> None:
        """Show the saved searches."""
        from pivot_journal.tui.views.searches_panel import SearchesPanel

        self.post_message(OpenPanel(SearchesPanel(self.desk, self.search.look_for)))

    async def action_save_search(self) -> None:
        """Ask for a name, and save the search under it."""
        words = self.search.words
        if not words:
            return
        problems = self.desk.journal.observations.query(words).problems
        if problems:
            self.post_message(Say(f"Not saved yet. {problem_said(words, problems)}", is_error=True))
            return
        if self.naming is None:
            self.naming = AskLine(self.take_focus)
            await self.mount(self.naming)
        known = next((each.name for each in self.desk.journal.searches.all() if each.query == one_line(words)), "")
        question = f"Under which name is {quoted(words)} to be saved?"
        self.naming.ask(question, lambda name: self._save(name, words), text=known, prompt="such as: late at the dock")

    def _save(self, name: str, words: str) -> None:
        saved = self.desk.journal.searches.save(name, words)
        self.post_message(JournalChanged(f"Saved as {quoted(saved.name)}. S shows the saved searches."))


def said_of(found: EntryList, observations: Observations) -> str:
    """Return what is to be said of a search: how many it found, where that is known, and what to write otherwise.

    Nothing is counted for it: where more may be than are held, only that is said.
    """
    chosen = found.chosen
    if chosen.is_empty:
        return ""
    query = observations.query(chosen.words)
    count = found.count
    said = "Nothing found" if count == 0 else f"{count} found" if count else f"{PAGE} or more found"
    if query.problems:
        return f"{said} · {problem_said(chosen.words, query.problems)}"
    if count == 0:
        return why_nothing(query, observations) or said
    around = found.found.around
    return said if around is None else f"{said} · around {_day_said(around)}, in earlier years"


def problem_said(words: str, problems: tuple[Problem, ...]) -> str:
    """Say what is wrong in a search: of several things the last, because that is where it is being typed."""
    last = max(problems, key=lambda problem: problem.start)
    words = clean(words)
    part = one_line(words[last.start : last.end])
    is_being_typed = last.end >= len(words.rstrip())
    return _sentence(last.message if is_being_typed else f"“{cut(part, LONGEST_PART)}”: {last.message}")


def why_nothing(query: Query, observations: Observations) -> str:
    """Return why a search finds nothing, where one of its conditions alone can find nothing; empty otherwise."""
    for term in (c.term for c in query.conditions if not c.is_negated):
        if isinstance(term, Tagged) and not _is_there(term, observations):
            return f"There is no tag #{one_line(term.name)}."
        if isinstance(term, Decided) and not observations.find_decision(term.part):
            return f"No decision has {quoted(term.part)} in its title." if term.part else "There is no decision yet."
        if isinstance(term, OnThisDay) and len(query.conditions) == 1:
            return f"There is no note around {_day_said(term)} in earlier years."
    return ""


def _is_there(term: Tagged, observations: Observations) -> bool:
    """Whether any note has a tag that is meant, or one that it may still become."""
    may_go_on = term.is_prefix or term.is_unfinished
    chosen = Filter(words=f"tag:{term.name}*") if may_go_on else Filter(tag=term.name)
    return bool(observations.page(chosen, limit=1))


def _day_said(term: OnThisDay) -> str:
    return f"{term.day.day} {MONTHS[term.day.month - 1]}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
