"""Binds attached papers into a case's file in a process of its own: `python papers/binding.py`.

It reads what to do as JSON on stdin and says what came of it as JSON on stdout. It imports nothing
of the house and takes limits upon itself before it opens a file: memory, time, what it may write.
What is laid in is a drawing only: links, forms and scripts of a paper stay behind.
"""

import json
import resource
import sys
from typing import Any, Final

MEMORY: Final = 1 << 30
SECONDS: Final = 120
MOST_WRITTEN: Final = 1 << 30


def limit() -> None:
    """This process has so much memory and time and no more, and writes no larger file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def counted(path: str) -> int:
    """The pages of a PDF; 0 for one that cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError):
        return 0


def bind(job: dict[str, Any]) -> None:
    """`out` is `base` with each of `parts` in the `box` (left, bottom, right, top, in points) of
    its pages, the first of which is page `first` (from 0)."""
    import pikepdf

    box = pikepdf.Rectangle(*job["box"])
    with pikepdf.open(job["base"]) as base:
        for part in job["parts"]:
            if part["width"]:
                _picture(base, part, box)
                continue
            with pikepdf.open(part["path"]) as pdf:
                for nth, page in enumerate(pdf.pages):
                    base.pages[part["first"] + nth].add_overlay(page, box)
        base.save(job["out"], deterministic_id=True)


def _picture(base: Any, part: dict[str, Any], box: Any) -> None:
    """A JPEG as it is, as large as it fits, in the middle."""
    import pikepdf

    with open(part["path"], "rb") as file:
        image = pikepdf.Stream(base, file.read())
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height = part["width"], part["height"]
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    image.Filter = pikepdf.Name.DCTDecode
    page = base.pages[part["first"]]
    name = page.add_resource(image, pikepdf.Name.XObject)
    scale = min(box.width / part["width"], box.height / part["height"])
    w, h = part["width"] * scale, part["height"] * scale
    x, y = box.llx + (box.width - w) / 2, box.lly + (box.height - h) / 2
    draw = f"q {w:.2f} 0 0 {h:.2f} {x:.2f} {y:.2f} cm {name} Do Q"
    page.contents_add(pikepdf.Stream(base, draw.encode()))


if __name__ == "__main__":
    limit()
    asked = json.load(sys.stdin)
    if "count" in asked:
        said: Any = [counted(path) for path in asked["count"]]
    else:
        bind(asked)
        said = "bound"
    json.dump(said, sys.stdout)
