"""One line that says which keys work now, most useful first; a click presses the key."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from pivot_journal.tui.keys import KEYS, TYPED, Key, key_of
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.field import Choice

_ORDER = {key.id: i for i, key in enumerate(KEYS)}
_FUNCTION_KEYS = {f"f{number}" for number in range(1, 13)}
_LAST = ("everywhere.help.question_mark", "everywhere.leave.q")


class KeyLine(Widget):
    """Made from the bindings that are active where the focus is, after what that says of what they act on."""

    COMPONENT_CLASSES = {"key-line--key", "key-line--label"}
    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $surface; padding: 0 1; }
    KeyLine > .key-line--key { color: $primary; text-style: bold; }
    KeyLine > .key-line--label { color: $quiet; }
    """

    def on_mount(self) -> None:
        """Follow the focus and what is active."""
        self._shown: list[tuple[str, str, str]] = []
        self._begins = 0
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def _active(self) -> list[tuple[str, str, str]]:
        """Return (written key, label, key name) of what works now: near the focus first, help and quit last."""
        in_text = isinstance(self.screen.focused, (Editor, Choice))
        found: dict[str, tuple[tuple[int, int], tuple[str, str, str]]] = {}
        for name, key, depth in self._ours(in_text):
            if in_text and (len(name) == 1 or name in TYPED):
                continue
            order = (-depth, _ORDER[key.id])
            written = name.upper() if name in _FUNCTION_KEYS else key.display  # F1 where '?' would be typed
            found.setdefault(key.id, (order, (written, key.label, name)))
        ordered = sorted(found.items(), key=lambda item: item[1][0])
        return [entry for id_, (_, entry) in ordered if id_ not in _LAST] + [
            found[id_][1] for id_ in _LAST if id_ in found
        ]

    def _ours(self, in_text: bool) -> Iterator[tuple[str, Key, int]]:
        """Yield (key name, key, how near to the focus) of our bindings that are active and have a label.

        A text field keeps Enter to itself and reports it, so that the form's own meaning of Enter is what it does.
        """
        active = self.screen.active_bindings
        for name, entry in active.items():
            key = key_of(entry.binding.id)
            if key is not None and key.label and entry.enabled:
                yield name, key, len(entry.node.ancestors)
        if in_text and self.screen.focused is not None:
            for node in self.screen.focused.ancestors:
                for binding in node._bindings.key_to_bindings.get("enter", ()):
                    key = key_of(binding.id)
                    if key is not None and key.label:
                        yield "enter", key, len(node.ancestors)
                        return

    def render_line(self, y: int) -> Strip:
        """Draw as many keys as fit; the last ones (help, quit) are never what is left out."""
        base = self.rich_style
        key_style = base + self.get_component_rich_style("key-line--key", partial=True)
        label_style = base + self.get_component_rich_style("key-line--label", partial=True)
        entries = self._active()
        width = self.size.width
        said = getattr(self.screen.focused, "keys_act_on", "")
        self._begins = len(said) + 2 if said else 0
        while len(entries) > 2 and self._begins + sum(len(k) + len(w) + 3 for k, w, _ in entries) > width:
            del entries[-3 if len(entries) > 3 else -2]
        self._shown = entries
        segments = [Segment(f"{said}  ", key_style)] if said else []
        for key, label, _ in entries:
            segments += [Segment(key, key_style), Segment(f" {label}  ", label_style)]
        return Strip(segments).adjust_cell_length(width, base).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        x = event.x - 1 - self._begins
        if x < 0:
            return
        for key, label, name in self._shown:
            x -= len(key) + len(label) + 3
            if x < 0:
                self.app.simulate_key(name)
                return
