"""Files that are sent: kept in memory, never on the disk; one that is too large arrives empty, with its true size."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

PATIENCE = 5
"""So many times what may be sent is read to the end, so that the page can say what was wrong; no more than that."""


class InMemory(MemoryFileUploadHandler):
    """As Django's own, but no file is ever dropped without a word."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> None:  # noqa: N803 - Django's own signature
        super().handle_raw_input(input_data, META, content_length, *rest)
        if content_length > PATIENCE * settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep the chunk, or let it go by."""
        return super().receive_data_chunk(raw_data, start) if self.activated else None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The file; without its content where that was too large."""
        if self.activated:
            return super().file_complete(file_size)
        kind = self.content_type or ""
        return InMemoryUploadedFile(BytesIO(), self.field_name, self.file_name or "", kind, file_size, self.charset)
