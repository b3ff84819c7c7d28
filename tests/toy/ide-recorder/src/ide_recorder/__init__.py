"""Records what happens in an editor and plays it back on a timeline."""

from ide_recorder.event_tracker import EventTracker
from ide_recorder.screen_recorder import ScreenRecorder
from ide_recorder.timeline import TimelineManager

__all__ = ["EventTracker", "ScreenRecorder", "TimelineManager"]
__version__ = "0.4.2"
