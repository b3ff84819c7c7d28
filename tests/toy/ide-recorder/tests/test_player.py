import pytest

from ide_recorder.event_tracker import Event
from ide_recorder.player import Player
from ide_recorder.timeline import TimelineManager


class FakeClock:
    def __init__(self):
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)


def test_twice_the_speed_waits_half_as_long():
    timeline = TimelineManager()
    timeline.add(Event("saved", "a.py", 1.0))
    timeline.add(Event("saved", "a.py", 3.0))
    clock = FakeClock()
    assert Player(timeline, speed=2).play(lambda event: None, clock.sleep) == 2
    assert clock.slept == [1.0]


def test_a_speed_of_zero_is_refused():
    with pytest.raises(ValueError):
        Player(TimelineManager(), speed=0)
