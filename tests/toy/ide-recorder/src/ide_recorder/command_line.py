"""The command ide-recorder."""

from pathlib import Path

import click

from ide_recorder.errors import RecorderError
from ide_recorder.event_tracker import EventTracker
from ide_recorder.player import Player
from ide_recorder.settings import DEFAULT_FPS, load_settings
from ide_recorder.timeline import TimelineManager


@click.group()
@click.version_option()
def main() -> None:
    """Records what happens in an editor and plays it back."""


@main.command("record")
@click.argument("project", type=click.Path(path_type=Path), default=Path("."))
@click.option("--output", default="session.json", help="Where the recording goes.")
@click.option("--fps", default=DEFAULT_FPS, help="Pictures a second.")
@click.option("--dry-run", is_flag=True, help="Track, but write nothing.")
def record(project: Path, output: str, fps: int, dry_run: bool) -> None:
    settings = load_settings(project)
    timeline = TimelineManager()
    tracker = EventTracker(project, timeline.add)
    tracker.start()
    click.echo(f"recording to {output} at {fps or settings.fps} pictures a second")
    try:
        click.pause("Press a key to stop.")
    finally:
        tracker.stop()
    if not dry_run:
        timeline.save(Path(output))


@main.command("play")
@click.argument("recording", type=click.Path(path_type=Path))
@click.option("--speed", default=1.0, help="Twice as fast is 2.")
def play(recording: Path, speed: float) -> None:
    try:
        timeline = TimelineManager.load(recording)
    except RecorderError as error:
        raise click.ClickException(str(error)) from error
    count = Player(timeline, speed).play(lambda event: click.echo(f"{event.kind} {event.detail}"))
    if count == 0:
        click.echo("Nothing was recorded.")
