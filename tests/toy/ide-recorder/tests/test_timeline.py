import pytest

from ide_recorder.errors import EventOutOfOrder, PathNotFound
from ide_recorder.event_tracker import Event
from ide_recorder.timeline import TimelineManager


def test_events_stay_in_order():
    timeline = TimelineManager()
    timeline.add(Event("saved", "a.py", 1.0))
    with pytest.raises(EventOutOfOrder):
        timeline.add(Event("saved", "b.py", 0.5))


def test_a_full_timeline_refuses_more():
    timeline = TimelineManager(limit=1)
    timeline.add(Event("saved", "a.py", 1.0))
    with pytest.raises(OverflowError):
        timeline.add(Event("saved", "b.py", 2.0))


def test_a_recording_comes_back_as_it_was(tmp_path):
    timeline = TimelineManager()
    timeline.add(Event("saved", "a.py", 1.0))
    timeline.save(tmp_path / "session.json")
    assert TimelineManager.load(tmp_path / "session.json").events == timeline.events


def test_a_missing_recording_is_named(tmp_path):
    with pytest.raises(PathNotFound, match="There is no recording"):
        TimelineManager.load(tmp_path / "nothing.json")
