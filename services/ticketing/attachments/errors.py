"""What attachments refuse.

Problem
├── NotAFile 415
├── StorageAway 503
└── Invalid 422
    └── UnknownAttachment
"""

from shared.http.errors import Invalid, Problem, Unavailable, place


class NotAFile(Problem):
    """A file is sent as it is, under a Content-Type that says what it is."""

    status = 415
    code = "not_a_file"


class StorageAway(Unavailable):
    """Files cannot be kept or read right now."""

    code = "storage_away"


class UnknownAttachment(Invalid):
    """There is no such upload, or it belongs to another message."""

    code = "unknown_attachment"

    def __init__(self, index: int) -> None:
        where = place("body", "attachments", index, "id", msg="There is no such free upload", code=self.code)
        super().__init__(errors=[where])
