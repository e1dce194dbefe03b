"""The one typeface of the posters: Noto Sans SC, from the package that carries it (OFL).

It is a single variable font. Pillow sets the weight itself; a PDF wants static fonts, so a subset
with just the characters of the document is cut and frozen at the weight (0.1 MB, about 0.3 s).
"""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from PIL import ImageFont

REGULAR, BOLD = 400, 700
# Shown for a character the typeface does not have: visible, never silently dropped.
MISSING = "〓"
SOURCE = Path(
    str(files("justmytype_intl_cjk") / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf")
)
EM = 1000
POSTSCRIPT_NAME = 6


def font_name(weight: int) -> str:
    """The PostScript name of a static font of ours."""
    return f"NotoSansSC-{weight}"


@lru_cache(maxsize=1)
def characters() -> frozenset[int]:
    """The code points that the typeface can draw."""
    with TTFont(SOURCE, lazy=True) as font:
        return frozenset(font.getBestCmap())


def printable(text: str) -> str:
    """`text` with control characters gone and unknown characters shown as `MISSING`."""
    known = characters()
    kept = (c for c in text if c == "\n" or (c.isprintable() or c.isspace()))
    return "".join(
        c if c == "\n" or ord(c) in known else " " if c.isspace() else MISSING for c in kept
    )


@lru_cache(maxsize=64)
def face(weight: int, pixels: float) -> ImageFont.FreeTypeFont:
    """The typeface at a weight and a size in pixels, without kerning or shaping."""
    font = ImageFont.truetype(SOURCE, pixels, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=16384)
def advance(char: str, weight: int) -> float:
    """The width of one character, in ems."""
    return face(weight, EM).getlength(char) / EM


def measure(text: str, weight: int, size: float) -> float:
    """The width of `text` in the unit of `size`."""
    return size * sum(advance(char, weight) for char in text)


@lru_cache(maxsize=8)
def static_subset(chars: frozenset[str], weight: int) -> bytes:
    """A static TrueType font with just `chars` at `weight`."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx"]
    with TTFont(SOURCE, lazy=True, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(chars)))
        subsetter.subset(font)
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        # ReportLab tells fonts apart by this name: the two weights must not share it.
        font["name"].setName(font_name(weight), POSTSCRIPT_NAME, 3, 1, 0x409)
        out = BytesIO()
        font.save(out)
    return out.getvalue()
