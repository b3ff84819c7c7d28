"""Keeps events in order."""

import json
from bisect import bisect_left
from pathlib import Path

from ide_recorder.errors import EventOutOfOrder, PathNotFound
from ide_recorder.event_tracker import Event
from ide_recorder.settings import MAX_EVENTS


class TimelineManager:
    """Events by time, the oldest first."""

    def __init__(self, limit: int = MAX_EVENTS) -> None:
        self.events: list[Event] = []
        self.limit = limit

    def add(self, event: Event) -> None:
        if self.events and event.time < self.events[-1].time:
            raise EventOutOfOrder("An event must come after the last one on the timeline.")
        if len(self.events) >= self.limit:
            raise OverflowError(f"A timeline holds at most {self.limit} events.")
        self.events.append(event)

    def seek(self, time: float) -> int:
        """The number of the first event that is not before the time."""
        return bisect_left([event.time for event in self.events], time)

    def length(self) -> float:
        if not self.events:
            return 0.0
        return self.events[-1].time - self.events[0].time

    def save(self, target: Path) -> None:
        rows = [[event.kind, event.detail, event.time] for event in self.events]
        target.write_text(json.dumps(rows, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, source: Path) -> "TimelineManager":
        if not source.is_file():
            raise PathNotFound(f"There is no recording at {source}.")
        timeline = cls()
        for kind, detail, time in json.loads(source.read_text(encoding="utf-8")):
            timeline.add(Event(kind, detail, time))
        return timeline
