"""Where a line of Chinese may end.

Chinese breaks between any two characters, except that closing punctuation never starts a line and
an opening bracket never ends one; Latin words, numbers and links stay whole while they fit.
"""

import re
from collections.abc import Callable, Iterator

NO_START = frozenset("、。，．：；？！）】》〉」』〕〗”’…—～·％‰℃°,.;:?!)]}%")
NO_END = frozenset("（【《〈「『〔〖“‘([{￥¥$№")
WORD = re.compile(r"[A-Za-z0-9]+(?:[._\-/:@&=+#?~%,']{1,3}[A-Za-z0-9]+)*|\s+|.")

Measure = Callable[[str], float]


def clusters(text: str) -> Iterator[str]:
    """The pieces of `text` that may not be broken; joined, they are the text."""
    held = ""
    for piece in WORD.findall(text):
        # A space goes with what is before it, so that a mark behind or before it keeps its place.
        glued = piece.isspace() or piece[0] in NO_START or held.rstrip()[-1:] in NO_END
        if held and not glued:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of `text`, none wider than `width` unless a single character is.

    Nothing is lost but the spaces at the ends of lines; an empty text is one empty line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph, width, measure)
    return lines


def _wrap_paragraph(text: str, width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for cluster in clusters(text):
        if measure((line + cluster).rstrip()) <= width:
            line += cluster
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = cluster.lstrip()
        while measure(line.rstrip()) > width:
            # One word longer than a line: a link, a serial number. It breaks where it must.
            fitting = _fitting(line, width, measure)
            lines.append(line[:fitting])
            line = line[fitting:]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """As few lines as `wrap` makes, but of about the same length: for titles."""
    lines = wrap(text, width, measure)
    narrow = measure(text) / len(lines)
    while narrow < width:
        tried = wrap(text, narrow, measure)
        if len(tried) == len(lines):
            return tried
        narrow += width / 50
    return lines


def _fitting(word: str, width: float, measure: Measure) -> int:
    """How many characters of `word` fit; at least one."""
    fitting = 1
    while fitting < len(word) and measure(word[: fitting + 1]) <= width:
        fitting += 1
    return fitting
