"""Find the files to read: in folders, and inside ZIP archives."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract.archives import EMPTY_MAGIC, MAGIC, Archive, open_archive
from extract.errors import ReadError
from extract.load import load_file, open_file
from extract.media_type import ZIP, archive_type
from extract.privacy import mask_cpr
from extract.read_status import ReadStatus

DEEPEST_ARCHIVE = 2  # an archive inside an archive is opened, one inside that is not
# What programs leave behind in folders; none of it is a document.
LEFT_BEHIND_NAMES = frozenset(("thumbs.db", "desktop.ini", "__macosx", "lost+found"))
LEFT_BEHIND_STARTS = (".", "~$", "~wrl")
LEFT_BEHIND_ENDS = (".tmp", ".lock", ".lck", ".part", ".crdownload", "~")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: on disk, or a member of an archive (of an archive …) there.

    `name` is what it is called in the graph: "referat.pdf", "pakke.zip/mappe/referat.pdf".
    """

    path: Path
    members: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the file is called in the graph, CPR numbers masked."""
        return mask_cpr("/".join((self.path.name, *self.members)))

    @property
    def location(self) -> str:
        """Where the file is: an absolute path, with the path inside the archive after it."""
        return "/".join((str(self.path.absolute()), *self.members))

    def load(self) -> bytes:
        """Return the bytes of the file.

        Raises: ReadError.
        """
        if not self.members:
            return load_file(self.path)
        with open_file(self.path) as file:
            return _member(file, str(self.path), self.members)


def _member(content: BinaryIO, name: str, members: Sequence[str]) -> bytes:
    archive = open_archive(content, name)
    try:
        info = archive.file.getinfo(members[0])
    except KeyError as error:
        raise ReadError(f"{name}/{members[0]}", ReadStatus.VANISHED, "is not in the archive") from error
    data = archive.read(info)
    return data if len(members) == 1 else _member(io.BytesIO(data), f"{name}/{members[0]}", members[1:])


def discover(paths: Iterable[Path]) -> Iterator[Found | ReadError]:
    """Yield the files under `paths`, folders in order of name; one that is refused as the error saying why.

    Hidden files and those that programs leave behind are passed over; a link is followed where it leads to a
    file that was asked for by name, else it is refused if it leads out of its folder.
    """
    seen: set[Path] = set()
    for path in paths:
        for each in _under(path):
            if isinstance(each, ReadError):
                yield each
            elif each not in seen:
                seen.add(each)
                yield from _opened(each)


def _under(path: Path) -> Iterator[Path | ReadError]:
    if path.is_dir():
        yield from _in_folder(path, path.resolve())
    elif path.exists():
        yield path
    else:
        yield ReadError(str(path), ReadStatus.VANISHED, "is not there")


def _in_folder(folder: Path, root: Path) -> Iterator[Path | ReadError]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path.is_symlink() and path != folder:
            yield from _link(path, root)
        elif path.is_dir():
            try:
                waiting.extend(sorted(_listed(path), reverse=True))
            except OSError as error:
                yield ReadError(str(path), ReadStatus.UNREADABLE, f"cannot be listed ({error.strerror})")
        else:
            yield path


def _listed(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return [folder / entry.name for entry in entries if not is_left_behind(entry.name)]


def _link(path: Path, root: Path) -> Iterator[ReadError]:
    """Refuse a link that leads out; one that leads to another place in the folder is found there."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield ReadError(str(path), ReadStatus.VANISHED, "is a link that leads nowhere")
        return
    if not target.is_relative_to(root):
        yield ReadError(str(path), ReadStatus.LINK_OUTSIDE, "is a link that leads out of the folder")


def is_left_behind(name: str) -> bool:
    """Tell whether a file is hidden, or a lock or temporary file of some program.

    >>> [is_left_behind(name) for name in ("~$Referat.docx", ".DS_Store", "Referat.docx")]
    [True, True, False]
    """
    folded = name.casefold()
    return (
        folded in LEFT_BEHIND_NAMES
        or folded.startswith(LEFT_BEHIND_STARTS)
        or folded.endswith(LEFT_BEHIND_ENDS)
    )


def _opened(path: Path) -> Iterator[Found | ReadError]:
    """Yield the file, or the members of the archive that it is."""
    try:
        with open_file(path) as file:
            if file.read(len(MAGIC)) in (MAGIC, EMPTY_MAGIC):
                yield from _unpacked(Found(path), open_archive(file, str(path)))
            else:
                yield Found(path)
    except ReadError as error:
        yield error


def _unpacked(found: Found, archive: Archive) -> Iterator[Found | ReadError]:
    """Yield what an archive holds, or the file itself where it is that of an office program."""
    if archive_type(archive) != ZIP:
        yield found
        return
    if len(found.members) >= DEEPEST_ARCHIVE:
        raise ReadError(archive.name, ReadStatus.ZIP_BOMB, "is an archive inside too many others")
    for info in archive.members():
        if any(is_left_behind(part) for part in info.filename.split("/") if part != ".."):
            continue
        try:
            yield from _of_member(Found(found.path, (*found.members, info.filename)), archive, info)
        except ReadError as error:
            yield error


def _of_member(member: Found, archive: Archive, info: zipfile.ZipInfo) -> Iterator[Found | ReadError]:
    name = f"{archive.name}/{info.filename}"
    if archive.first_bytes(info, len(MAGIC)) in (MAGIC, EMPTY_MAGIC):
        yield from _unpacked(member, open_archive(io.BytesIO(archive.read(info)), name))
    else:
        yield member
