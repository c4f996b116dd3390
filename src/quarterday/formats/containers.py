"""Opening folders and zip files safely, as named contents."""

import hashlib
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from quarterday.formats.errors import DamagedSourceError, HostileSourceError, UnreadableSourceError
from quarterday.formats.reading import SourceFile

LARGEST_BYTES = 2 * 1024**3
"""More than any authority's extract of all years, unpacked."""

LARGEST_RATIO = 200
"""No extract packs better than this; a zip bomb does."""

MOST_FILES = 2_000

_SMALL = 1024**2

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # a password is needed; NotImplementedError (an unknown packing) is one of these
    ValueError,  # names that are no text, places outside the file
)
"""What the standard library raises for a zip that is not whole."""


@dataclass(frozen=True)
class Content:
    """One file of a source: its name in lower case without folders, and its bytes."""

    name: str
    data: bytes

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rsplit(".", 1)[0]

    @property
    def ending(self) -> str:
        """The ending, without the dot."""
        return self.name.rsplit(".", 1)[1] if "." in self.name else ""

    def as_source_file(self) -> SourceFile:
        """The file for the manifest."""
        return SourceFile(self.name, hashlib.sha256(self.data).hexdigest(), len(self.data))


def contents_of(path: Path) -> list[Content]:
    """The files of a folder or zip, or the file itself.

    Raises UnreadableSourceError where the path does not exist or cannot be read, DamagedSourceError for a broken zip,
    HostileSourceError for one that unpacks beyond bounds or outside its folder.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return _folder(path)
        if not stat.S_ISREG(mode):
            raise UnreadableSourceError(f"{path} is neither a file nor a folder. Name a folder, zip or workbook.")
        _check_size(path, [path])
        if _is_zip(path):
            return _zip(path)
        return [Content(path.name.lower(), path.read_bytes())]
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UnreadableSourceError(f"{path} does not exist. Check the path.") from None
    except OSError as error:
        raise UnreadableSourceError(
            f"{error.filename or path} cannot be read: {error.strerror}. Check that you may open it."
        ) from None


def _is_zip(path: Path) -> bool:
    """Whether a file is a zip, or says so and is none: a truncated one is damaged, not unknown."""
    ending = path.suffix.lower()
    return ending == ".zip" or (ending not in {".xlsx", ".xlsm"} and zipfile.is_zipfile(path))


def _folder(path: Path) -> list[Content]:
    files = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
    if not files:
        raise UnreadableSourceError(f"{path} holds no files. Name the folder in which the files of the extract lie.")
    if len(files) > MOST_FILES:
        raise HostileSourceError(f"{path} holds {len(files):,} files. An extract has at most {MOST_FILES:,}.")
    _check_size(path, files)
    return [Content(each.name.lower(), each.read_bytes()) for each in files]


def _check_size(path: Path, files: list[Path]) -> None:
    total = sum(each.stat().st_size for each in files)
    if total > LARGEST_BYTES:
        raise HostileSourceError(f"{path} holds {total:,} bytes. An extract has at most {LARGEST_BYTES:,}.")


def _zip(path: Path) -> list[Content]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_members(path, members)
            return list(_unpacked(path, archive, members))
    except BROKEN_ZIP:
        raise DamagedSourceError(
            f"{path} is a damaged or password-protected zip file. Export it again, without a password."
        ) from None


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise UnreadableSourceError(f"{path} holds no files. Name the zip in which the files of the extract are.")
    if len(members) > MOST_FILES:
        raise HostileSourceError(f"{path} holds {len(members):,} files. An extract has at most {MOST_FILES:,}.")
    for member in members:
        inside = PurePosixPath(member.filename.replace("\\", "/"))
        if inside.is_absolute() or ".." in inside.parts:
            raise HostileSourceError(f"{path} holds a file that would unpack outside its folder. It was not opened.")
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    if total > LARGEST_BYTES or (total > _SMALL and total / packed > LARGEST_RATIO):
        raise HostileSourceError(
            f"{path} would unpack to {total:,} bytes from {packed:,}. No extract does; it was not opened."
        )


def _unpacked(path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Content]:
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/")).name.lower()
        if name.startswith("."):
            continue
        with archive.open(member) as file:
            data = file.read(member.file_size + 1)
        if len(data) != member.file_size:
            raise HostileSourceError(f"{path}: a file is not of the size that the zip states. It was not opened.")
        yield Content(name, data)
