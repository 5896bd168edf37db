"""Open ZIP archives that strangers made: nothing is unpacked before its size is known."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from extract.errors import ReadError
from extract.read_status import ReadStatus

MAGIC = b"PK\x03\x04"
EMPTY_MAGIC = b"PK\x05\x06"
MOST_BYTES = 512 << 20  # of one file, packed or not: larger than any meeting package seen
MOST_TOTAL_BYTES = 2 << 30  # of all members of one archive
MOST_MEMBERS = 10_000
MOST_RATIO = 200  # text packs some ten times, office documents up to a hundred
SMALL = 1 << 20  # bytes; whatever its ratio, a smaller member does no harm
ENCRYPTED_FLAG = 0x1
LINK_MODE, MODE_MASK = 0o120000, 0o170000


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive and the name it goes by."""

    file: zipfile.ZipFile
    name: str

    def members(self) -> list[zipfile.ZipInfo]:
        """Return the files in the archive, in order of name."""
        return sorted((i for i in self.file.infolist() if not i.is_dir()), key=lambda info: info.filename)

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack one member.

        Raises: ReadError if it is encrypted, a link, a bomb, too large or damaged.
        """
        return self.first_bytes(info, -1)

    def first_bytes(self, info: zipfile.ZipInfo, count: int) -> bytes:
        """Unpack the beginning of one member, or all of it (-1).

        Raises: ReadError as `read` does.
        """
        name = f"{self.name}/{info.filename}"
        check_member(info, name)
        try:
            with self.file.open(info) as member:
                return member.read(count)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise ReadError(name, ReadStatus.TRUNCATED, f"cannot be unpacked ({error})") from error
        except (NotImplementedError, RuntimeError) as error:
            raise ReadError(name, ReadStatus.UNSUPPORTED, f"is packed in an unknown way ({error})") from error


def open_archive(content: BinaryIO, name: str) -> Archive:
    """Open an archive and check what it says of itself.

    Raises: ReadError if it is damaged or would grow beyond measure.
    """
    try:
        archive = Archive(zipfile.ZipFile(content), name)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ReadError(name, ReadStatus.TRUNCATED, f"is a cut off or damaged ZIP file ({error})") from error
    _check_whole(archive)
    return archive


def _check_whole(archive: Archive) -> None:
    members = archive.file.infolist()
    if len(members) > MOST_MEMBERS:
        reason = f"holds {len(members)} files (at most {MOST_MEMBERS})"
        raise ReadError(archive.name, ReadStatus.ZIP_BOMB, reason)
    total = sum(info.file_size for info in members)
    if total > MOST_TOTAL_BYTES:
        reason = f"would unpack to {total} bytes (at most {MOST_TOTAL_BYTES})"
        raise ReadError(archive.name, ReadStatus.ZIP_BOMB, reason)


def check_member(info: zipfile.ZipInfo, name: str) -> None:
    """Refuse a member that must not be unpacked.

    Raises: ReadError.
    """
    if info.flag_bits & ENCRYPTED_FLAG:
        raise ReadError(name, ReadStatus.ENCRYPTED, "is encrypted: it needs a password")
    if (info.external_attr >> 16) & MODE_MASK == LINK_MODE:
        raise ReadError(name, ReadStatus.LINK_OUTSIDE, "is a link, not a file")
    if info.filename.startswith("/") or ".." in info.filename.split("/"):
        raise ReadError(name, ReadStatus.LINK_OUTSIDE, "has a name that leads out of its archive")
    if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        reason = f"would grow {info.file_size // max(info.compress_size, 1)} times (at most {MOST_RATIO})"
        raise ReadError(name, ReadStatus.ZIP_BOMB, reason)
    if info.file_size > MOST_BYTES:
        raise ReadError(name, ReadStatus.TOO_LARGE, f"is {info.file_size} bytes (at most {MOST_BYTES})")
