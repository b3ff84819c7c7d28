"""What can go wrong, in the words of whoever records."""


class RecorderError(Exception):
    """The root of all errors of this package."""


class PathNotFound(RecorderError):
    """A file or folder that was named is not there."""


class RecordingNotStarted(RecorderError):
    """Somebody stopped a recording that never began."""


class EventOutOfOrder(RecorderError):
    """An event is older than the last one on the timeline."""
