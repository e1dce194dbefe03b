"""Photos that people send: judged before they are decoded, and never kept as they came. R7.2.

What is stored is a fresh JPEG of the pixels: no EXIF, no place, no second file hidden inside.
Pure and heavy (up to a second of processor): callers run it in a pool, one large photo at a time.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final

import zxingcpp
from PIL import Image, ImageFile

from rules.refusals.files import PhotoKindNotTaken, PhotoTooLarge, PhotoUnreadable

MAX_BYTES: Final = 10 * 1024 * 1024
# An A3 paper scanned at 300 dots an inch has 17 megapixels; a PNG costs 25 ms for each.
MAX_PIXELS: Final = 20_000_000
# A JPEG decoder leaves out what nobody will see: the 48, 50 and 64 megapixels of today's phones
# cost 0.1 GB, and 0.25 GB where the file is progressive.
MAX_JPEG_PIXELS: Final = 65_000_000
# Pillow keeps four full copies of a WebP: at this size it costs 0.25 GB.
MAX_WEBP_PIXELS: Final = 16_000_000
_MOST: Final = {"JPEG": MAX_JPEG_PIXELS, "MPO": MAX_JPEG_PIXELS, "WEBP": MAX_WEBP_PIXELS}
# What WeChat compresses, and a screen, cost a tenth of a second; whatever has more pixels is large.
LARGE_PIXELS: Final = 3_200_000
LARGE_JPEG_PIXELS: Final = 5_000_000
SMALLER: Final = "请在选择照片时选“压缩图”，或在相机设置里改用较低的像素（如 1200 万）重拍"
# Enough to read the small print of an A4 paper in a photo of a whole wall.
MAX_SIDE: Final = 2400
QUALITY: Final = 85
MEDIA_TYPE: Final = "image/jpeg"
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
# What a phone may hang behind the picture: another picture (depth, HDR) or a short film. Both are
# dropped by re-encoding; anything else behind the end is a second file in disguise.
_HARMLESS_TAILS: Final = (b"\xff\xd8\xff", b"ftyp", b"MotionPhoto", b"SEF")
_SECOND_FILES: Final = (b"%PDF-", b"<html", b"<script", b"<?php", b"<svg", b"<!doctype")
_HEAD: Final = 1024
# A progressive JPEG may repeat itself: each scan costs a pass over all pixels, and few bytes.
_MAX_SCANS: Final = 40
_STRIP: Final = 128
# What Pillow's readers raise on bytes that are not what they say.
_BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error)
_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept. `codes` are the QR texts read in it: a hint, never a proof."""

    content: bytes
    width: int
    height: int
    sha256: bytes
    original_sha256: bytes
    media_type: str = MEDIA_TYPE
    codes: tuple[str, ...] = ()


def is_large(data: bytes) -> bool:
    """Whether taking this photo in costs more than a tenth of a second, by its header.

    What cannot be read is not: `take_in` refuses it at once.
    """
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            width, height = image.size
            most = LARGE_JPEG_PIXELS if image.format in ("JPEG", "MPO") else LARGE_PIXELS
            return width * height > most
    except (*_BROKEN, Image.DecompressionBombError):
        return False


def take_in(data: bytes) -> Photo:
    """The photo re-encoded upright, at most `MAX_SIDE` pixels a side, without metadata.

    Refuses: PhotoTooLarge (bytes, pixels), PhotoKindNotTaken (another type, moving pictures, two
    files in one), PhotoUnreadable (cut off, corrupt). Decodes no more than named above.
    """
    if len(data) > MAX_BYTES:
        raise PhotoTooLarge(f"照片不能超过 {MAX_BYTES >> 20} MB，{SMALLER}", max_bytes=MAX_BYTES)
    _refuse_other_kinds(data)
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            _refuse_by_header(image)
            upright = _upright(image)
    except Image.DecompressionBombError as bomb:
        raise _too_many(MAX_PIXELS) from bomb
    except _BROKEN as broken:
        raise PhotoUnreadable() from broken
    out = BytesIO()
    upright.save(out, "JPEG", quality=QUALITY)
    content = out.getvalue()
    return Photo(
        content,
        upright.width,
        upright.height,
        sha256(content).digest(),
        sha256(data).digest(),
        codes=_codes(upright),
    )


def _refuse_other_kinds(data: bytes) -> None:
    """Refuse by what the bytes themselves say, before any decoder sees them."""
    if not data:
        raise PhotoUnreadable()
    if data.startswith(b"\xff\xd8\xff"):
        tail = _after_jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        tail = _after_png(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        length = int.from_bytes(data[4:8], "little")
        tail = data[8 + length + (length & 1) :]
    else:
        raise PhotoKindNotTaken()
    harmless = not tail.strip(b"\x00\xff") or any(mark in tail[:64] for mark in _HARMLESS_TAILS)
    head = data[:_HEAD].lower()
    if not harmless or any(mark.lower() in head for mark in _SECOND_FILES):
        raise PhotoKindNotTaken("文件中夹带了其他内容")


def _after_jpeg(data: bytes) -> bytes:
    """What follows the end-of-image marker; empty when there is none (the decoder will tell)."""
    at, scans = 2, 0
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xD9:
            return data[at + 2 :]
        if marker == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            scans += 1
            if scans > _MAX_SCANS:
                raise PhotoUnreadable("照片的编码方式不合规范")
            at = _end_of_scan(data, at)
    return b""


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the entropy-coded bytes from `at` end: at a marker that is no restart or stuffing."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at
    return len(data)


def _after_png(data: bytes) -> bytes:
    """What follows the IEND chunk; PhotoUnreadable when the file ends before it."""
    at = 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return data[at:]
    raise PhotoUnreadable()


def _refuse_by_header(image: ImageFile.ImageFile) -> None:
    """Refuse by size and number of frames, which the header tells without decoding."""
    width, height = image.size
    most = _MOST.get(image.format or "", MAX_PIXELS)
    if width * height > most:
        raise _too_many(most)
    # MPO: what Pillow calls the JPEG of a phone with two lenses. Its first picture is the photo.
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise PhotoKindNotTaken("不接受动图")


def _too_many(most: int) -> PhotoTooLarge:
    """Says how many are taken, and how to get there."""
    return PhotoTooLarge(f"照片不能超过 {most // 10_000} 万像素，{SMALLER}", max_pixels=most)


def _upright(image: ImageFile.ImageFile) -> Image.Image:
    """The pixels in RGB, turned the way the camera was held, and not larger than needed."""
    # A JPEG decoder can leave out pixels that nobody will see: a quarter of the memory.
    image.draft("RGB", _within(*image.size))
    image.load()
    small = _reduced(image)
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    return small if turn is None else small.transpose(turn)


def _reduced(image: Image.Image) -> Image.Image:
    """The picture in RGB within MAX_SIDE, made strip by strip: never a second full-size copy."""
    width, height = image.size
    out = Image.new("RGB", _within(width, height))
    for top in range(0, out.height, _STRIP):
        low = min(top + _STRIP, out.height)
        strip = (0, top * height // out.height, width, -(-low * height // out.height))
        piece = _on_white(image.crop(strip))
        out.paste(piece.resize((out.width, low - top), Image.Resampling.LANCZOS), (0, top))
    return out


def _within(width: int, height: int) -> tuple[int, int]:
    """That size, made smaller until no side is longer than MAX_SIDE."""
    scale = min(1.0, MAX_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in RGB; what was transparent is white."""
    if image.mode.startswith("I"):
        # Sixteen bits a pixel: Pillow would clip instead of scaling.
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")


def _codes(image: Image.Image) -> tuple[str, ...]:
    """The texts of the QR codes seen, in reading order, without repetition."""
    return tuple(dict.fromkeys(_texts(image)))


def _texts(image: Image.Image) -> Iterator[str]:
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for found in zxingcpp.read_barcodes(image, formats=wanted):
        yield found.text
