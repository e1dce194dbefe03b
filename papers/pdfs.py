"""PDFs that people send: read by a real library, in a limited process of its own. R12.6.

What is good stays as it was sent, since a signed policy or invoice is proven by its bytes.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

from papers.photos import MAX_BYTES, Photo
from rules.refusals.asking import TooLarge
from rules.refusals.files import FileKindNotTaken

PDF: Final = "application/pdf"
SECONDS: Final = 20
_CHECK: Final = Path(__file__).with_name("pdf_check.py")
_WRONG: Final = {
    "second": "PDF 文件中夹带了其他内容，请重新导出为普通 PDF",
    "locked": "PDF 设有密码或权限限制，请打印为普通 PDF 或拍照后上传",
    "active": "PDF 含有脚本、附件或指向其他文件的动作，请打印为普通 PDF 或拍照后上传",
}
_BROKEN: Final = "PDF 不完整、已损坏或过于复杂，请重新导出，或拍照后上传"


def take_pdf(data: bytes) -> Photo:
    """The PDF as it is, with neither width nor height. Up to a second, more for a hostile one.

    Refuses TooLarge, and FileKindNotTaken for what is broken, locked, acts by itself or is a second
    file in one: with scripts, other files, actions upon other files, or anything before or after.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"文件不能超过 {MAX_BYTES >> 20} MB，请压缩或拆分后再传", limit_bytes=MAX_BYTES
        )
    said = _asked(data)
    if said != "good":
        raise FileKindNotTaken(_WRONG.get(said, _BROKEN))
    digest = sha256(data).digest()
    return Photo(data, 0, 0, digest, digest, PDF)


def _asked(data: bytes) -> str:
    """What the process says; nothing when it was cut off at one of its limits."""
    command = [sys.executable, "-P", "-s", "-E", str(_CHECK)]
    try:
        child = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return ""
    return child.stdout.decode("ascii", "replace").strip() if child.returncode == 0 else ""
