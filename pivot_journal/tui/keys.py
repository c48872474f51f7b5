"""Every key of the app, in one list: the bindings, the line of keys, the help and the palette are made from it.

A key means the same wherever it works. Inside text fields only control and function keys act.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

TYPED = frozenset(
    [
        "question_mark",
        "space",
        "slash",
        "delete",
        "backspace",
        "asterisk",
        "left_square_bracket",
        "right_square_bracket",
        "number_sign",
        "plus",
    ]
)
"""Keys with a name of their own that a text field takes as text, or to change it."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key, or several that do the same."""

    place: str
    """Where it works: 'everywhere', 'journal', 'sorting', 'decisions', 'stories', 'pitch', 'form', 'list' …"""
    keys: str
    """As Textual names them, with commas between."""
    action: str
    label: str
    """A word or two for the line of keys; empty keeps it out of there."""
    help: str
    """One sentence for the help and the palette."""
    shown_as: str = ""
    """How the key is written; its own name else."""

    @property
    def id(self) -> str:
        """The name of its binding."""
        return f"{self.place}.{self.action.split('(')[0]}.{self.keys.split(',')[0]}"

    @property
    def is_text(self) -> bool:
        """Whether a text field takes it as text rather than let it act."""
        return all(len(name) == 1 or name in TYPED for name in self.keys.split(","))

    @property
    def display(self) -> str:
        """How the key is written on the screen."""
        return self.shown_as or _written(self.keys.split(",")[0])


KEYS = (
    # Everywhere
    Key("everywhere", "1", "show_view('journal')", "", "Show the Journal"),
    Key("everywhere", "2", "show_view('decisions')", "", "Show the Decisions"),
    Key("everywhere", "3", "show_view('stories')", "", "Show the Stories"),
    Key("everywhere", "4", "show_view('pitch')", "", "Show the Pitch"),
    Key("everywhere", "y", "copy", "copy", "Copy the pitch to the clipboard"),
    Key("everywhere", "p", "toggle_preview", "preview", "Show or hide the preview of the pitch"),
    Key("everywhere", "ctrl+n,ctrl+down", "scroll_preview(1)", "", "Scroll the preview down", "^N"),
    Key("everywhere", "ctrl+o,ctrl+up", "scroll_preview(-1)", "", "Scroll the preview up", "^O"),
    Key("everywhere", "u", "undo", "undo", "Take the last change back"),
    Key("everywhere", "U", "redo", "", "Bring back what was undone"),
    Key("everywhere", "left_square_bracket", "step_pitch(-1)", "", "Show the pitch before", "["),
    Key("everywhere", "right_square_bracket", "step_pitch(1)", "", "Show the next pitch", "]"),
    Key("everywhere", "m", "story_from_memory", "memory", "Tell a story from memory: five questions"),
    Key("everywhere", "number_sign", "tallies", "", "Count something that happens; Enter then counts one more", "#"),
    Key("everywhere", "T", "tags", "", "Every tag: go to its notes, rename it, make two of them one"),
    Key("everywhere", "f2", "profile", "", "Say a few facts about yourself: years, field, when your day ends"),
    Key("everywhere", "f3", "switch_theme", "", "Switch between dark and light"),
    Key("everywhere", "f5", "terms", "", "Private terms: what must not leave, and what is said instead"),
    Key("everywhere", "c,ctrl+t", "coach", "", "Show what a PM may ask about the pitch", "c ^T"),
    Key("everywhere", "f9", "show_someone", "", "Show someone: only the pitch with its evidence, as it leaves"),
    Key("everywhere", "question_mark,f1", "help", "all keys", "Show every key that works here", "?"),
    Key("everywhere", "q", "leave", "quit", "Leave; everything is already saved"),
    # Lists
    Key("list", "down,j", "move(1)", "", "Move down", "↓ j"),
    Key("list", "up,k", "move(-1)", "", "Move up", "↑ k"),
    Key("list", "pagedown,ctrl+f", "page(1)", "", "Move a page down", "PgDn"),
    Key("list", "pageup,ctrl+b", "page(-1)", "", "Move a page up", "PgUp"),
    Key("list", "home,g", "first", "", "Go to the first", "Home g"),
    Key("list", "end,G", "last", "", "Go to the last", "End G"),
    # What is selected in the Journal
    Key("selected", "f", "act('sort', 'failure')", "failure", "Tag all of them as product-decision failures"),
    Key("selected", "w", "act('sort', 'worry')", "worry", "Tag all of them as worries about a coming launch"),
    Key("selected", "asterisk", "act('star')", "star", "Let all of them stand out, or none where all do", "*"),
    Key("selected", "h", "act('tag')", "tag", "Give all of them tags, or take some out: dock late -todo"),
    Key("selected", "delete,backspace", "act('delete')", "trash", "Put all of them into the trash", "Del"),
    Key("selected", "escape", "clear_selection", "clear", "Select nothing"),
    Key("selected", "o", "act('sort', 'opportunity')", "opportunity", "Tag all of them as opportunities"),
    Key("selected", "n", "act('sort', 'not_product')", "not product", "Tag all of them as not about the product"),
    # Journal
    Key("journal", "a", "add", "add", "Write down what happened"),
    Key("journal", "s", "sort", "sort", "Sort the unsorted, one at a time"),
    Key("journal", "f", "mark('failure')", "failure", "Tag it as a product-decision failure"),
    Key("journal", "t", "tell", "story", "Make a story of its decision"),
    Key("journal", "w", "mark('worry')", "worry", "Tag it as a worry about a coming launch"),
    Key("journal", "o", "mark('opportunity')", "", "Tag it as an opportunity"),
    Key("journal", "n", "mark('not_product')", "", "Tag it as not about the product"),
    Key("journal", "e,enter", "edit", "edit", "Edit it: text, date, tags, how it is known"),
    Key("journal", "x", "select", "select", "Select it, or take it out, and move on"),
    Key("journal", "X", "select_range", "", "Select everything from the one selected last to this one"),
    Key("journal", "h", "tag", "", "Give it tags, or take some out: dock late -todo"),
    Key("journal", "E", "external", "", "Edit its text in $EDITOR"),
    Key("journal", "slash", "search", "find", "Find as you type", "/"),
    Key("journal", "M", "like", "", "More like this: the notes that share most with it"),
    Key("journal", "ctrl+s", "save_search", "save", "Save the search under a name"),
    Key("journal", "S", "searches", "", "Saved searches: show what one finds, rename it, delete it"),
    Key("journal", "D", "on_this_day", "", "Show what was noted on this day in earlier years"),
    Key("journal", "ctrl+g", "jump", "", "Jump to a date in words"),
    Key("journal", "asterisk", "star", "", "Let it stand out, or no longer", "*"),
    Key("journal", "delete,backspace", "delete", "", "Put it into the trash", "Del"),
    Key("journal", "escape", "show_all", "", "Leave the search and show everything"),
    # More like one observation
    Key("like", "enter", "show", "go to it", "Go to the highlighted one in the Journal"),
    Key("like", "l,space", "link", "same decision", "Give both the same decision"),
    Key("like", "escape", "close", "leave", "Leave"),
    # Tags
    Key("tags", "enter", "show", "its notes", "Show the notes of the tag in the Journal"),
    Key("tags", "R", "rename", "rename", "Give it another name; that of another tag makes the two one"),
    Key("tags", "slash", "search", "find", "Show the tags that have some letters", "/"),
    Key("tags", "escape", "close", "leave", "Leave"),
    # The line for a new observation
    Key("adding", "enter,ctrl+s", "save", "save", "Store the line"),
    Key("adding", "escape", "close", "leave", "Leave; what is typed is kept as a draft"),
    # Search and jump line
    Key("search", "escape", "clear", "clear", "Leave the search and show everything"),
    Key("search", "enter,down", "done", "to the list", "Go to what was found"),
    # Saved searches
    Key("searches", "enter", "show", "show", "Show in the Journal what it finds"),
    Key("searches", "1,2,3,4,5,6,7,8,9", "number", "", "Show what one finds by its number", "1–9"),
    Key("searches", "slash", "search", "find", "Show those whose name begins so", "/"),
    Key("searches", "R", "rename", "rename", "Call it something else"),
    Key("searches", "delete,backspace", "delete", "delete", "Put it into the trash", "Del"),
    Key("searches", "escape", "close", "leave", "Leave"),
    # Sorting
    Key("sorting", "f", "mark('failure')", "failure", "A product decision caused it"),
    Key("sorting", "w", "mark('worry')", "worry", "A launch still to come worries me"),
    Key("sorting", "o", "mark('opportunity')", "opportunity", "An opportunity"),
    Key("sorting", "n", "mark('not_product')", "not product", "Not about the product"),
    Key("sorting", "l", "later", "later", "Put it off"),
    Key("sorting", "u", "take_back", "undo", "Take the last one back"),
    Key("sorting", "escape", "close", "done", "Stop sorting"),
    # Picking
    Key("picker", "enter", "pick", "take it", "Take the highlighted one"),
    Key("picker", "down", "move(1)", "", "The next one"),
    Key("picker", "up", "move(-1)", "", "The one before"),
    Key("picker", "escape", "close", "leave", "Leave; nothing is changed"),
    # Decisions
    Key("decisions", "n", "add", "new", "Write a decision down"),
    Key("decisions", "e,enter", "edit", "edit", "Edit the decision"),
    Key("decisions", "t", "tell", "story", "Make a story of it"),
    Key("decisions", "o", "settle", "what came", "Say what became of a worry whose launch has passed"),
    Key("decisions", "delete,backspace", "delete", "", "Put it into the trash", "Del"),
    Key("decisions", "H", "earlier", "", "Show what it said before: the words that were replaced"),
    Key("outcome", "c", "settle('came_true')", "came true", "It came true"),
    Key("outcome", "i", "settle('partly')", "in part", "It came true in part"),
    Key("outcome", "d", "settle('did_not')", "did not", "It did not come true"),
    Key("outcome", "escape", "close", "not now", "Leave it open"),
    # Stories
    Key("stories", "space", "pick", "in / out", "Put it into the pitch, or take it out", "Space"),
    Key("stories", "J", "shift(1)", "move", "Move it down in the pitch"),
    Key("stories", "K", "shift(-1)", "", "Move it up in the pitch"),
    Key("stories", "e,enter", "edit", "edit", "Edit its beats beside the evidence"),
    Key("stories", "n", "add", "new", "Make a story of a decision"),
    Key("stories", "delete,backspace", "delete", "", "Put it into the trash", "Del"),
    Key("stories", "H", "earlier", "", "Show what it said before: the words that were replaced"),
    # Pitch
    Key("pitch", "left", "format(-1)", "format", "Tell it in the format before", "←"),
    Key("pitch", "right", "format(1)", "", "Tell it in the next format", "→"),
    Key("pitch", "enter", "jump", "go to", "Go to where these words are written"),
    Key("pitch", "H", "earlier", "", "Show what it said before: the words that were replaced"),
    Key("pitch", "e", "edit", "edit", "Edit the pitch's own lines"),
    Key("pitch", "n", "add", "new pitch", "Start a pitch for another audience"),
    Key("pitch", "d", "duplicate", "", "Start another pitch with everything of this one"),
    Key("pitch", "R", "rename", "", "Say that this pitch is for another audience"),
    Key("pitch", "z", "retire", "", "Retire this pitch, or offer it again"),
    Key("pitch", "L", "pitches", "", "List every pitch, the retired ones too"),
    Key("pitch", "I", "kept", "", "List what was kept as it is although a PM may ask"),
    Key("pitch", "delete,backspace", "delete", "", "Put this pitch into the trash", "Del"),
    Key("questions", "i", "keep", "keep as it is", "Keep the words as they are, with your reason"),
    Key("questions", "tab", "take_over", "take over", "Write the words on offer in their place"),
    Key("pitches", "enter", "show", "show", "Show the highlighted pitch"),
    Key("pitches", "n", "add", "new", "Start a pitch for another audience"),
    Key("pitches", "d", "duplicate", "duplicate", "Start another pitch with everything of this one"),
    Key("pitches", "R", "rename", "rename", "Say that it is for another audience"),
    Key("pitches", "z", "retire", "retire", "Retire it, or offer it again"),
    Key("pitches", "delete,backspace", "delete", "delete", "Put it into the trash", "Del"),
    Key("pitches", "escape", "close", "leave", "Leave"),
    Key("kept", "enter", "reopen", "ask again", "Let it be asked again"),
    Key("kept", "escape", "close", "leave", "Leave"),
    Key("asking", "enter,ctrl+s", "store", "store", "Store it"),
    Key("asking", "escape", "close", "back", "Go back without an answer"),
    Key("earlier", "escape", "close", "leave", "Leave"),
    # Before a copy, and for other people's eyes
    Key("leaving", "enter", "next", "next / copy", "Go on to the next field; from the last one, store and copy"),
    Key("leaving", "ctrl+s", "save", "copy", "Store it and copy"),
    Key("changes", "enter,y", "copy_now", "copy", "Copy it as it is shown"),
    Key("changes", "escape", "close", "leave", "Leave; nothing is copied"),
    Key("showing", "left", "format(-1)", "", "Show it in the format before", "←"),
    Key("showing", "right", "format(1)", "", "Show it in the next format", "→"),
    Key("showing", "escape,f9,q", "close", "", "Go back to your own screen"),
    # Tallies
    Key("tallies", "enter", "count", "count one", "Count one more of the highlighted one and go back"),
    Key("tallies", "plus", "count_on", "and stay", "Count one more and stay", "+"),
    Key("tallies", "1,2,3,4,5,6,7,8,9", "amount", "more", "Type how many to count", "1–9"),
    Key("tallies", "n", "add", "new", "Begin to count something else"),
    Key("tallies", "e", "rename", "rename", "Call it something else"),
    Key("tallies", "delete,backspace", "delete", "delete", "Put it into the trash", "Del"),
    Key("tallies", "escape", "close", "leave", "Leave"),
    Key("tally_line", "enter,ctrl+s", "store", "store", "Store it"),
    Key("tally_line", "escape", "close", "back", "Go back to the list"),
    # Private terms
    Key("terms", "n", "add", "new", "Write down what must not leave"),
    Key("terms", "e,enter", "edit", "edit", "Change it, or what is said instead"),
    Key("terms", "delete,backspace", "delete", "delete", "Take it out: from then on it leaves as it is written", "Del"),
    Key("terms", "escape", "close", "leave", "Leave"),
    # Forms
    Key("form", "enter", "next", "next", "Go on to the next field"),
    Key("form", "ctrl+s", "save", "save", "Save and leave"),
    Key("form", "escape", "close", "leave", "Leave; what is typed is kept as a draft"),
    Key("form", "f8", "discard", "", "Throw away what was typed since the last save"),
    Key("form", "f4", "more", "more", "Show or hide the rest of the form"),
    Key("beats", "f6", "evidence", "evidence", "Go between the beats and the evidence"),
    Key("evidence", "l,space", "link", "link", "Link the observation to the story, or take it out"),
    # Unfinished forms
    Key("drafts", "enter", "resume", "go on", "Go on with it"),
    Key("drafts", "m", "tell_on", "", "Go on with the unfinished story from memory, or begin one"),
    Key("drafts", "delete,backspace", "discard", "discard", "Throw it away", "Del"),
    Key("drafts", "a", "add", "write", "Leave them for later and write down what happened"),
    Key("drafts", "escape", "close", "later", "Leave them for later"),
)


PLACE_TITLES = {
    "everywhere": "Everywhere",
    "list": "In every list",
    "selected": "With some selected",
    "journal": "Journal",
    "like": "More like this",
    "tags": "Tags",
    "adding": "Writing a line",
    "search": "Finding",
    "searches": "Saved searches",
    "sorting": "Sorting",
    "picker": "Choosing",
    "decisions": "Decisions",
    "outcome": "What became of it",
    "stories": "Stories",
    "pitch": "Pitch",
    "questions": "What a PM may ask",
    "pitches": "Every pitch",
    "kept": "Kept as it is",
    "earlier": "What it said before",
    "asking": "Typing an answer",
    "leaving": "Before it is copied",
    "changes": "Before it is copied",
    "showing": "Showing someone",
    "tallies": "Tallies",
    "tally_line": "Typing a figure or a name",
    "terms": "Private terms",
    "form": "In a form",
    "beats": "In the story editor",
    "evidence": "Evidence of a story",
    "drafts": "Unfinished",
}


def bindings_of(place: str) -> list[BindingType]:
    """Return the bindings of a place, for its widget's BINDINGS."""
    return [
        Binding(key.keys, key.action, key.label or key.help, show=bool(key.label), key_display=key.display, id=key.id)
        for key in KEYS
        if key.place == place
    ]


def key_of(binding_id: str | None) -> Key | None:
    """Return the key with a binding's id."""
    return _BY_ID.get(binding_id or "")


def _written(key: str) -> str:
    names = {"escape": "Esc", "enter": "Enter", "space": "Space", "delete": "Del", "tab": "Tab"}
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return names.get(key, key)


_BY_ID = {key.id: key for key in KEYS}
