"""Photos are judged before they are decoded and kept without what they carried. R7.2."""

import random
import struct
import subprocess
import sys
import zipfile
import zlib
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from papers import photos
from papers.notices import render_png
from papers.photos import MAX_SIDE, take_in
from rules.refusals.base import Refusal
from rules.refusals.files import PhotoKindNotTaken, PhotoTooLarge, PhotoUnreadable
from tests.papers.samples import sample_paper

ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A picture that does not compress to nothing."""
    picture = Image.frombytes("L", (width, height), random.Random(7).randbytes(width * height))
    return picture.convert(mode)


def bomb(width: int, height: int) -> bytes:
    """A few bytes of PNG that promise many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = zlib.compress(bytes(min(width * height * 4 + height, 9_000_000)), 9)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def zipped() -> bytes:
    """A small archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_a_fresh_jpeg(kind: str) -> None:
    data = encoded(noise(), kind)
    photo = take_in(data)
    assert (photo.width, photo.height, photo.media_type) == (64, 48, "image/jpeg")
    assert photo.original_sha256 == sha256(data).digest()
    assert photo.sha256 == sha256(photo.content).digest()
    with Image.open(BytesIO(photo.content)) as kept:
        assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (64, 48))


def test_a_large_photo_is_made_smaller() -> None:
    photo = take_in(encoded(noise(400, 300).resize((4000, 3000))))
    assert (photo.width, photo.height) == (MAX_SIDE, 1800)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_photo_is_turned_upright(orientation: int) -> None:
    """A red corner ends where a viewer that knows EXIF shows it."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    picture = Image.new("RGB", (80, 40), "blue")
    picture.paste((255, 0, 0), (0, 0, 20, 20))
    photo = take_in(encoded(picture, exif=exif, quality=95))
    corners = {
        1: (0, 0),
        2: (1, 0),
        3: (1, 1),
        4: (0, 1),
        5: (0, 0),
        6: (1, 0),
        7: (1, 1),
        8: (0, 1),
    }
    with Image.open(BytesIO(photo.content)) as kept:
        assert kept.size == ((80, 40) if orientation < 5 else (40, 80))
        right, low = corners[orientation]
        red = kept.getpixel((right * (kept.width - 1), low * (kept.height - 1)))
        assert isinstance(red, tuple) and red[0] > 200 > red[2]


def test_nothing_that_was_written_beside_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[DESCRIPTION] = "secret-place"
    exif.get_ifd(0x8825)[1] = "N"
    xmp = b"<x:xmpmeta>secret-xmp</x:xmpmeta>"
    for kind in ("JPEG", "PNG", "WEBP"):
        data = encoded(noise(), kind, exif=exif, xmp=xmp, comment=b"secret-comment")
        assert b"secret" in data
        photo = take_in(data)
        assert b"secret" not in photo.content
        with Image.open(BytesIO(photo.content)) as kept:
            assert not kept.getexif()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16", "CMYK"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    picture = Image.new("I;16", (64, 48), 65535) if mode == "I;16" else noise(mode=mode)
    assert take_in(encoded(picture, "JPEG" if mode == "CMYK" else "PNG")).width == 64


def test_what_was_transparent_is_white() -> None:
    photo = take_in(encoded(Image.new("RGBA", (32, 32), (0, 0, 0, 0)), "PNG"))
    with Image.open(BytesIO(photo.content)) as kept:
        assert kept.getpixel((16, 16)) == (255, 255, 255)


def test_a_photo_of_a_phone_with_two_lenses_is_its_first_picture() -> None:
    second = Image.new("RGB", (64, 48))
    data = encoded(noise(), "MPO", save_all=True, append_images=[second])
    assert take_in(data).width == 64


def test_a_film_behind_the_photo_is_dropped() -> None:
    film = b"\x00\x00\x00\x18ftypmp42" + b"secret" * 100
    assert b"secret" not in take_in(encoded(noise()) + film).content


def test_the_codes_in_the_photo_are_read() -> None:
    paper = sample_paper()
    poster = Image.open(BytesIO(render_png(paper, paper.lobbies[0], "A4", 110))).convert("RGB")
    wall = Image.new("RGB", (1600, 2000), (120, 110, 100))
    wall.paste(poster.rotate(4, expand=True, fillcolor=(120, 110, 100)), (200, 300))
    photo = take_in(encoded(wall, quality=70))
    assert set(photo.codes) == {paper.public_url, paper.lobbies[0].evidence_url}


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", PhotoUnreadable),
        (b"GIF89a" + bytes(100), PhotoKindNotTaken),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoKindNotTaken),
        (b"%PDF-1.7\n" + bytes(100), PhotoKindNotTaken),
        (b"\xff\xd8\xff\xe0" + bytes(50), PhotoUnreadable),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), PhotoUnreadable),
        (b"RIFF\x20\x00\x00\x00WEBP" + bytes(28), PhotoUnreadable),
        (bytes(photos.MAX_BYTES + 1), PhotoTooLarge),
        (encoded(noise()) + zipped(), PhotoKindNotTaken),
        (encoded(noise(), "PNG") + zipped(), PhotoKindNotTaken),
        (encoded(noise(), "WEBP") + b"<html>", PhotoKindNotTaken),
        (encoded(noise(), comment=b"%PDF-1.4 1 0 obj"), PhotoKindNotTaken),
        (encoded(noise(), comment=b"<script>alert(1)</script>"), PhotoKindNotTaken),
    ],
)
def test_what_is_no_photo_is_refused(data: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        take_in(data)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_moving_pictures_are_refused(kind: str) -> None:
    frames = [noise(), Image.new("RGB", (64, 48), "red")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    with pytest.raises(PhotoKindNotTaken):
        take_in(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_was_cut_off_is_refused(kind: str) -> None:
    data = encoded(noise(200, 200), kind)
    for kept in (len(data) - 12, len(data) // 2, 40):
        with pytest.raises(PhotoUnreadable):
            take_in(data[:kept])


def test_a_jpeg_that_repeats_its_scans_is_refused() -> None:
    """Each scan is a pass over every pixel for a handful of bytes: hours of work in 10 MB."""
    data = encoded(noise(200, 200), progressive=True)
    start = data.rindex(b"\xff\xda")
    again = data[:start] + data[start:-2] * 100 + data[-2:]
    with pytest.raises(PhotoUnreadable):
        take_in(again)


@pytest.mark.parametrize("size", [(20_000, 20_000), (5_000, 4_001), (20_000_001, 1)])
def test_too_many_pixels_are_refused_by_the_header(size: tuple[int, int]) -> None:
    with pytest.raises(PhotoTooLarge):
        take_in(bomb(*size))


def test_webp_may_have_fewer_pixels() -> None:
    with pytest.raises(PhotoTooLarge):
        take_in(encoded(Image.new("RGB", (4001, 4000)), "WEBP", lossless=True, quality=0, method=0))


MEASURED = """
import resource, sys
from papers.photos import take_in
from rules.refusals.files import PhotoTooLarge
data = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    take_in(data)
except PhotoTooLarge:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def megabytes_for(data: bytes) -> int:
    """What taking `data` in adds to the memory of a fresh process, at its peak."""
    child = subprocess.run(
        [sys.executable, "-c", MEASURED], input=data, capture_output=True, check=True
    )
    return int(child.stdout)


def test_a_pixel_bomb_costs_no_memory() -> None:
    data = bomb(10_000, 10_000)
    assert len(data) < 10_000
    assert megabytes_for(data) < 16


def test_the_largest_photo_that_is_taken_costs_a_bounded_memory() -> None:
    data = encoded(Image.new("RGBA", (5_160, 3_870), (1, 2, 3, 100)), "PNG", compress_level=1)
    assert megabytes_for(data) < 400


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("size", [(8064, 6048), (8160, 6120), (9248, 6936)])
def test_the_photos_of_todays_phones_are_taken(size: tuple[int, int], progressive: bool) -> None:
    """48, 50 and 64 megapixels, at the memory that the largest of any kind may cost."""
    data = encoded(noise(80, 60).resize(size), progressive=progressive)
    assert megabytes_for(data) < 400
    assert take_in(data).width == MAX_SIDE


@pytest.mark.parametrize(
    ("size", "options", "large"),
    [
        ((2400, 1800), {}, False),
        ((2400, 1800), {"progressive": True}, False),
        ((4032, 3024), {}, True),
        ((1170, 2532), {"format": "PNG"}, False),
        ((2480, 3508), {"format": "PNG"}, True),
        ((4000, 3000), {"format": "WEBP"}, True),
    ],
)
def test_what_costs_more_than_a_tenth_of_a_second_is_large(
    size: tuple[int, int], options: dict[str, Any], large: bool
) -> None:
    """Measured at 20 to 40 ms a megapixel; what WeChat compresses and screens are not."""
    out = BytesIO()
    Image.new("RGB", size).save(out, **{"format": "JPEG", **options})
    assert photos.is_large(out.getvalue()) is large


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", bytes(100), bomb(10, 10)[:40]])
def test_what_cannot_be_read_is_not_large(data: bytes) -> None:
    assert not photos.is_large(data)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_photo_that_is_too_large_says_what_to_do() -> None:
    for data in (bomb(10_000, 10_000), b"\xff\xd8\xff" + bytes(photos.MAX_BYTES)):
        with pytest.raises(PhotoTooLarge) as refused:
            take_in(data)
        assert "压缩图" in refused.value.detail and "相机设置" in refused.value.detail


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_no_bytes_whatever_raise_anything_but_a_refusal() -> None:
    chance = random.Random(20250428)
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    whole = [
        encoded(noise(), exif=exif),
        encoded(noise(), progressive=True),
        encoded(noise(mode="P"), "PNG", exif=exif),
        encoded(noise(mode="LA"), "PNG"),
        encoded(noise(), "WEBP", exif=exif),
        encoded(noise(mode="RGBA"), "WEBP", lossless=True),
        encoded(noise(), "MPO", save_all=True, append_images=[noise()]),
    ]
    taken = refused = 0
    for _ in range(3000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.choice([1, 1, 3, 20])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        try:
            take_in(bytes(data))
            taken += 1
        except Refusal:
            refused += 1
    assert taken > 500 and refused > 500
