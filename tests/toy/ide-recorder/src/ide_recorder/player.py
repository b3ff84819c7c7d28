"""Plays a timeline back."""

import time
from collections.abc import Callable

from ide_recorder.event_tracker import Event
from ide_recorder.timeline import TimelineManager


class Player:
    def __init__(self, timeline: TimelineManager, speed: float = 1.0) -> None:
        if speed <= 0:
            raise ValueError("The speed must be above zero.")
        self.timeline = timeline
        self.speed = speed

    def play(self, show: Callable[[Event], None], sleep: Callable[[float], None] = time.sleep) -> int:
        """Shows each event when its time has come; gives back how many there were."""
        before: float | None = None
        for event in self.timeline.events:
            if before is not None:
                sleep((event.time - before) / self.speed)
            show(event)
            before = event.time
        return len(self.timeline.events)

    def rewind(self) -> None:
        # TODO: remember where the last playback stopped.
        self.timeline.events.sort(key=lambda event: event.time)
