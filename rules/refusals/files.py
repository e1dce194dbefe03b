"""Imports, photos, papers."""

from rules.refusals.base import Refusal


class ImportNotReady(Refusal):
    """导入尚未核对完成或不能确认"""


class PhotoTooLarge(Refusal):
    """照片过大"""

    status = 422


class PhotoUnreadable(Refusal):
    """照片无法读取，可能已损坏"""

    status = 422


class PhotoOfOther(Refusal):
    """照片中的二维码不是本单元这一版公示的，请拍摄张贴在本单元的海报"""

    status = 422


class PhotoUsed(Refusal):
    """该照片已用于其他单元，请逐个单元拍摄"""

    status = 422


class FileKindNotTaken(Refusal):
    """不接受这种文件，请上传照片或普通 PDF"""

    status = 422


class PhotoKindNotTaken(Refusal):
    """不接受这种文件，请上传 JPEG、PNG 或 WebP 静态照片"""

    status = 422


class UnreadableSheet(Refusal):
    """无法读取该表格文件"""

    status = 422


class TooManyRows(Refusal):
    """表格过大，请拆分后再导入"""

    status = 422
