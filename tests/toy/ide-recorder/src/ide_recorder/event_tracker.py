"""Follows what is typed and saved."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ide_recorder.errors import PathNotFound

try:
    import pynput
except ImportError:
    pynput = None


@dataclass(frozen=True)
class Event:
    kind: str
    detail: str
    time: float


class EventTracker(FileSystemEventHandler):
    """Turns file changes and keys into events and hands them on."""

    def __init__(self, project: Path, on_event: Callable[[Event], None]) -> None:
        if not project.exists():
            raise PathNotFound(f"Nothing to track: {project} does not exist.")
        self.project = project
        self.on_event = on_event
        self.observer = Observer()

    def start(self) -> None:
        self.observer.schedule(self, str(self.project), recursive=True)
        self.observer.start()

    def stop(self) -> None:
        self.observer.stop()
        self.observer.join()

    def on_modified(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.track_event("saved", str(event.src_path))

    def track_event(self, kind: str, detail: str) -> None:
        self.on_event(Event(kind, detail, time.monotonic()))

    def has_keys(self) -> bool:
        """Keys can be followed only where pynput is installed."""
        return pynput is not None
