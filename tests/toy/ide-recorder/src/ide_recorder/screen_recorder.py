"""Takes pictures of the screen."""

import time
from pathlib import Path

import mil
import mss

from ide_recorder.errors import PathNotFound, RecordingNotStarted
from ide_recorder.settings import DEFAULT_FPS


class ScreenRecorder:
    """Takes a picture of the first monitor a few times a second."""

    def __init__(self, folder: Path, fps: int = DEFAULT_FPS) -> None:
        if not folder.is_dir():
            raise PathNotFound(f"The folder {folder} does not exist.")
        self.folder = folder
        self.interval = 1.0 / fps
        self.started_at: float | None = None
        self.pictures = 0

    def start(self) -> None:
        self.started_at = time.monotonic()

    def capture(self) -> Path:
        """One picture; its file name is its number."""
        if self.started_at is None:
            raise RecordingNotStarted("Start the recording before you capture a picture.")
        target = self.folder / f"{self.pictures:06d}.png"
        with mss.mss() as screen:
            screen.shot(output=str(target))
        self.pictures += 1
        return target

    def stop(self) -> float:
        """Ends the recording and says how long it was, in seconds."""
        if self.started_at is None:
            raise RecordingNotStarted("This recording was never started.")
        length = time.monotonic() - self.started_at
        self.started_at = None
        return length

    def write_film(self, target: Path) -> None:
        film = mil.Film(str(target), rate=1.0 / self.interval)
        for picture in sorted(self.folder.glob("*.png")):
            film.add(str(picture))
        film.close()
