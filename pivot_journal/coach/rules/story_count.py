"""Fewer than two or more than three examples; other formats have other counts.

Source: the thread, "highlight 2-3 specific examples". In a composed pitch the stories are counted; in a bare text, what
happened at separate moments with a consequence of its own, doubtful cases on the side of silence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pivot_journal.coach.beats import beliefs, moments, sizes
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_NOUN = re.compile(r"[a-z]{5,}")
_COMMON = frozenset(
    [
        "about",
        "after",
        "again",
        "along",
        "already",
        "always",
        "among",
        "another",
        "because",
        "before",
        "being",
        "below",
        "between",
        "could",
        "doing",
        "during",
        "every",
        "first",
        "found",
        "having",
        "items",
        "later",
        "least",
        "might",
        "months",
        "never",
        "other",
        "people",
        "right",
        "second",
        "since",
        "still",
        "their",
        "there",
        "these",
        "thing",
        "things",
        "third",
        "those",
        "three",
        "times",
        "today",
        "under",
        "until",
        "users",
        "using",
        "wanted",
        "weeks",
        "where",
        "which",
        "while",
        "whole",
        "would",
        "write",
        "wrote",
        "years",
        "counted",
        "logged",
        "minutes",
        "hours",
        "customer",
        "customers",
        "option",
        "assumed",
        "expected",
        "product",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "noted",
    ]
)
_IN_ORDER = re.compile(
    r"\b(?:the|my|a) (first|second|third|fourth|fifth|other|next|last)(?: one| story| case| example| night"
    r"| time)?(?: is| was|:|,| came)"
)
_FOLLOWS = re.compile(
    r"(?:it|that|this|they|by|then|so|with|after|afterwards|since|the (?:launch|release|rollout|feature|change|fix)"
    r"|and|still|within|until|later|in the end)\b"
)
_RECORD = re.compile(
    r"\b(?:i|we) (?:\w+ly |had |first )?(?:noted|logged|wrote|flagged|raised|warned|sampled|found|counted|listed"
    r"|noticed|mailed|filed|told|saw"
    r"|asked|recorded|reported|tallied)\b|\bmy (?:note|log|mail|ticket|entry|memo|journal)\b"
)
_LAUNCH = re.compile(
    r"\b(?:launched|shipped|went live|go-?live|rolled out|was (?:released|switched on|introduced|rolled out"
    r"|launched)|came out|the launch|the release"
    r"|started|opened|went out)\b"
)
_ANOTHER = re.compile(
    r"(?:\w+ (?:weeks|months|years) (?:later|on|after)|(?:a|one|the next|the following|that same) (?:month|year"
    r"|spring|summer|autumn|winter|quarter)"
    r"|another\b|the (?:other|second|same)\b|and (?:then|the)\b|then (?:came|there)\b|elsewhere|meanwhile)"
)
"""How a further example begins that has no date of its own."""
_AT_A_PLACE = re.compile(
    r"(?:in|on|at) (?:the|our|one|another) (?!(?:\w+ ){0,2}?(?:mornings?|weeks?|months?|spring|summer|autumn|winter"
    r"|nights?|days?|weekends?|years?|end|evenings?|afternoons?|meantime|quarter|beginning|start|same)\b)"
    r"(?:\w+ ){0,2}?\w+,"
)
"""How an example begins that is told by its place."""
_LIST_FROM = 12
"""A moment that stands so near the beginning of its sentence opens a new item of a list."""


@dataclass(slots=True)
class _Event:
    first: int
    last: int
    nouns: set[str]
    has_size: bool
    has_belief: bool
    opens: bool
    """Whether its moment opens its sentence."""
    is_record: bool = False
    """Whether it tells of a note, which may come before the launch of the same story."""
    tells_launch: bool = False


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if known.is_composed:
        told = len(known.stories)
        low = high = told
    else:
        low, high = _counted(reading)
    if high < known.fewest_stories:
        yield Hit(0, 0, message=_few(high, known), fix=_FEW)
    elif low > known.most_stories:
        yield Hit(0, 0, message=_many(low, known), fix=_MANY)


_FEW = "Add a second one with another assumption; a linked story is picked with space."
_MANY = "Keep the two with foresight or the clearest number, and park the rest for questions."


def _few(count: int, known: Circumstances) -> str:
    advice = (
        str(known.fewest_stories)
        if known.fewest_stories == known.most_stories
        else f"{known.fewest_stories} or {known.most_stories}"
    )
    if not count:
        return f"The listener hears no example that happened at a moment and had a consequence; {advice} is the advice."
    return f"The listener hears {count} example and may take it for chance; {advice} show a pattern."


def _many(count: int, known: Circumstances) -> str:
    most = known.most_stories
    return f"The listener keeps {'one story' if most == 1 else f'at most {most} stories'}; this tells {count}."


def _counted(reading: Reading) -> tuple[int, int]:
    """Return how many stories there surely are, and how many there may be."""
    events = _merged(_events(reading))
    sure = sum(1 for event in events if event.has_size and (event.opens or event.has_belief))
    held = {number for event in events if event.has_size for number in range(event.first, event.last + 1)}
    sized = {size.sentence for size in sizes(reading.raw)}
    more, used = 0, set[int]()
    for number in beliefs(reading.raw):
        near = [place for place in (number, number + 1, number - 1) if place in sized and place not in held | used]
        if near and number not in held:
            more += 1
            used.add(near[0])
    in_order = len({found[1] for found in _IN_ORDER.finditer(reading.text)})
    at_places = {
        found[0]
        for number, sentence in enumerate(reading.sentences)
        if number in sized and (found := _AT_A_PLACE.match(sentence.text))
    }
    with_size = sum(1 for event in events if event.has_size)
    return sure, max(with_size + more, in_order, len(at_places))


def _events(reading: Reading) -> list[_Event]:
    places = [reading.place_of(start) for start, _ in moments(reading)]
    sized = {size.sentence for size in sizes(reading.raw)}
    believed = set(beliefs(reading.raw))
    events: list[_Event] = []
    loose: list[int] = []
    for number, sentence in enumerate(reading.sentences):
        first = bisect_left(places, sentence.start)
        nouns = set(_NOUN.findall(sentence.text)) - _COMMON
        is_new = first < len(places) and places[first] < sentence.end
        if is_new:
            opens = places[first] - sentence.start <= _LIST_FROM
            event = _Event(number, number, nouns, number in sized, number in believed, opens)
            event.is_record = bool(_RECORD.search(sentence.text))
            event.tells_launch = bool(_LAUNCH.search(sentence.text))
            follows = _FOLLOWS.match(sentence.text)
            if follows and loose and loose[-1] == number - 1 and (not events or events[-1].last < number - 1):
                # 'Twelve beds stood empty. That was in May.'
                event.first = loose[-1]
                event.has_size = event.has_size or loose[-1] in sized
                event.nouns |= set(_NOUN.findall(reading.sentences[loose[-1]].text)) - _COMMON
            events.append(event)
        elif (
            events and events[-1].has_size and number in sized and (number in believed or _ANOTHER.match(sentence.text))
        ):
            events.append(_Event(number, number, nouns, True, True, False))
        elif events and (number not in believed or not events[-1].has_belief):
            events[-1].last = number
            events[-1].nouns |= nouns
            events[-1].has_size = events[-1].has_size or number in sized
            events[-1].has_belief = events[-1].has_belief or number in believed
        if not is_new and (not events or events[-1].last != number or number in sized):
            loose.append(number)
    return events


def _merged(events: list[_Event]) -> list[_Event]:
    """Join what is told on about the same thing: a later moment without a belief of its own that names the same."""
    merged: list[_Event] = []
    for event in events:
        if merged:
            before = merged[-1]
            is_same = not event.has_belief and bool(event.nouns & before.nouns)
            is_same = is_same or (not before.has_belief and before.is_record and event.tells_launch)
            if is_same or not before.has_size:
                before.last = event.last
                before.nouns |= event.nouns
                before.has_belief = before.has_belief or event.has_belief
                before.opens = before.opens or event.opens
                before.is_record = before.is_record or event.is_record
                before.has_size = before.has_size or event.has_size
                continue
        merged.append(event)
    return merged


RULE = Rule(
    name="story-count",
    level=Level.WARNING,
    scope=Scope.PITCH,
    question="Is there another?",
    message="The listener keeps two or three examples: one may be chance, and of five none stays.",
    fix="Tell two or three, with different assumptions; keep the others for questions.",
    source="the thread: '2-3 specific examples'",
    must_flag=(
        "I have run a yard for six years and learned to read a plan by its gaps. I would like to bring that to "
        "where plans are made.",
        "On 3 March 40 trucks queued for 80 minutes, because the slot tool took a truck for one driver. Booking "
        "by plate would have "
        "cost one field. I want to be there when such a field is chosen.",
        "In January 70 bills were wrong. In February nine pumps stopped. On 8 April 95 bags took the wrong belt. "
        "In June the filter "
        "caught 300 jokes. In August 60 vials spoiled. I'd like to be earlier.",
        "On the second night, 40 trucks queued because the slot tool took a truck for one driver. In the same week, "
        "40 drivers told me so. I want to be there when such a field is chosen.",
    ),
    must_pass=(
        "On 3 March 40 trucks queued for 80 minutes, because the slot tool took a truck for one driver. In July "
        "18 vans turned round: "
        "the map took every road for open. I want to be there when that is chosen.",
        "In January 70 bills were wrong: the table was made for one price a year. In February nine pumps "
        "stopped, because they "
        "assumed a charger at every bed. On 8 April 95 bags took the wrong belt. I want to be upstream.",
        "The filter treats a joke as a threat, and 300 of them were caught. The rota believes a shift ends on "
        "time, and 40 handovers "
        "were lost. I'd like to sit where that is decided.",
        "On the ward, 12 trays a night go to the wrong bed because the form assumes one patient per bed. In the "
        "pharmacy, 33 labels a week are printed twice because the screen has no undo. I want to be there when that "
        "is chosen.",
        "First the rooms: in June 70 guests lost theirs, because the tool never expects a late arrival. Then the "
        "bills: in July 30 were doubled. I would like to sit where that is decided.",
    ),
    check=_check,
    mended_at="pitch.story_ids",
)
