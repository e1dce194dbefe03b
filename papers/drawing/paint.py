"""The painters: sheets to PNG by Pillow, to PDF with selectable text by ReportLab."""

from io import BytesIO

from PIL import Image, ImageDraw
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from papers.drawing.fonts import BOLD, REGULAR, advance, face, font_name, static_subset
from papers.drawing.page import (
    HEIGHT,
    QUIET,
    SCALE,
    WIDTH,
    Box,
    Code,
    Colour,
    Sheet,
    Size,
    Text,
    modules,
    runs,
)
from rules.city import CITY

POINTS_PER_INCH = 72


def to_png(sheet: Sheet, size: Size, dpi: int) -> bytes:
    """The sheet as an RGB PNG of A4 or A3 at `dpi`."""
    scale = SCALE[size] * dpi / POINTS_PER_INCH
    image = Image.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), "white")
    draw = ImageDraw.Draw(image)
    for mark in sheet.marks:
        if isinstance(mark, Text):
            _write(draw, mark, scale)
        elif isinstance(mark, Box):
            _fill(draw, mark, scale)
        else:
            _stamp(draw, mark, scale)
    out = BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=6)
    return out.getvalue()


def _write(draw: ImageDraw.ImageDraw, mark: Text, scale: float) -> None:
    """Each character at its own computed place, so that picture and PDF break alike."""
    font = face(mark.weight, mark.size * scale)
    x = mark.x * scale
    for char in mark.text:
        draw.text((x, mark.y * scale), char, mark.colour, font, anchor="ls")
        x += advance(char, mark.weight) * mark.size * scale


def _fill(draw: ImageDraw.ImageDraw, mark: Box, scale: float) -> None:
    left, top = round(mark.x * scale), round(mark.y * scale)
    right = max(left, round((mark.x + mark.w) * scale) - (0 if mark.edge else 1))
    low = max(top, round((mark.y + mark.h) * scale) - (0 if mark.edge else 1))
    line = max(1, round(mark.line * scale)) if mark.edge else 0
    draw.rectangle((left, top, right, low), mark.fill, mark.edge, line)


def _stamp(draw: ImageDraw.ImageDraw, mark: Code, scale: float) -> None:
    """Whole pixels per module when there are enough of them, else as even as they come."""
    rows = modules(mark.data)
    side = mark.side * scale
    across = len(rows) + 2 * QUIET
    step = side / across
    if step >= 2:
        step = float(int(step))
    left = mark.x * scale + (side - step * len(rows)) / 2
    top = mark.y * scale + (side - step * len(rows)) / 2
    for r, row in enumerate(rows):
        for start, length in runs(row):
            box = (
                round(left + start * step),
                round(top + r * step),
                round(left + (start + length) * step) - 1,
                round(top + (r + 1) * step) - 1,
            )
            draw.rectangle(box, "black")


def to_pdf(sheets: list[Sheet], size: Size, title: str, author: str = CITY.centre) -> bytes:
    """The sheets as one PDF; the fonts hold just the characters used, the text can be selected."""
    fonts = _register(sheets)
    try:
        return _paint_pdf(sheets, SCALE[size], title, author)
    finally:
        # Registered again under the same name, the next document would get this one's characters.
        for font in fonts:
            font.unregister()


def _register(sheets: list[Sheet]) -> list[TTFont]:
    """The fonts of this document, known to ReportLab until they are unregistered."""
    fonts: list[TTFont] = []
    for weight in (REGULAR, BOLD):
        chars = frozenset[str]().union(*(sheet.characters(weight) for sheet in sheets))
        font = TTFont(font_name(weight), BytesIO(static_subset(chars, weight)))
        registerFont(font)
        fonts.append(font)
    return fonts


def _paint_pdf(sheets: list[Sheet], scale: float, title: str, author: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(
        out,
        (WIDTH * scale, HEIGHT * scale),
        pageCompression=1,
        # No date and no random id in the file: the same sheets give the same bytes.
        invariant=1,
        # Else every page names Helvetica, which is not embedded. The stub has the type wrong.
        initialFontName=font_name(REGULAR),  # type: ignore[arg-type]
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for sheet in sheets:
        canvas.scale(scale, scale)
        for mark in sheet.marks:
            if isinstance(mark, Text):
                canvas.setFillColor(_colour(mark.colour))
                canvas.setFont(font_name(mark.weight), mark.size)
                canvas.drawString(mark.x, HEIGHT - mark.y, mark.text)
            elif isinstance(mark, Box):
                _draw_box(canvas, mark)
            else:
                _draw_code(canvas, mark)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _colour(colour: Colour) -> Color:
    red, green, blue = colour
    return Color(red / 255, green / 255, blue / 255)


def _draw_box(canvas: Canvas, mark: Box) -> None:
    if mark.fill:
        canvas.setFillColor(_colour(mark.fill))
    if mark.edge:
        canvas.setStrokeColor(_colour(mark.edge))
        canvas.setLineWidth(mark.line)
    below = HEIGHT - mark.y - mark.h
    canvas.rect(mark.x, below, mark.w, mark.h, stroke=bool(mark.edge), fill=bool(mark.fill))


def _draw_code(canvas: Canvas, mark: Code) -> None:
    rows = modules(mark.data)
    step = mark.side / (len(rows) + 2 * QUIET)
    canvas.setFillColor(_colour((0, 0, 0)))
    path = canvas.beginPath()
    for r, row in enumerate(rows):
        for start, length in runs(row):
            y = HEIGHT - mark.y - (QUIET + r + 1) * step
            path.rect(mark.x + (QUIET + start) * step, y, length * step, step)
    canvas.drawPath(path, stroke=0, fill=1)
