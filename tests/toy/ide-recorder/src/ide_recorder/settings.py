"""Settings of a recording and where they come from."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from ide_recorder.errors import PathNotFound

DEFAULT_FPS = 12
MAX_EVENTS = 10000
IDLE_TIMEOUT = 30.0
CONFIG_NAMES = ("ide-recorder.json", ".ide-recorder.json")


@dataclass
class Settings:
    fps: int = DEFAULT_FPS
    idle_timeout: float = IDLE_TIMEOUT
    output: str = "session.json"


def find_config(folder: Path) -> Path:
    """The first configuration file in the folder or above it."""
    for place in [folder, *folder.parents]:
        for name in CONFIG_NAMES:
            if (place / name).is_file():
                return place / name
    raise PathNotFound(f"No configuration file found in {folder} or above it.")


def load_settings(folder: Path) -> Settings:
    if "IDE_RECORDER_FPS" in os.environ:
        return Settings(fps=int(os.environ["IDE_RECORDER_FPS"]))
    try:
        return Settings(**json.loads(find_config(folder).read_text(encoding="utf-8")))
    except PathNotFound:
        return Settings()
