"""Imports, photos, papers."""

from rules.refusals.base import Refusal

TITLE = "照片、文件与表格"


class ImportNotReady(Refusal):
    """导入尚未核对完成或不能确认

    导入尚在核对、有错误，或者已经处理。查看导入的状态和错误列表。
    """


class PhotoTooLarge(Refusal):
    """照片过大

    照片的文件或像素超过上限。在手机相机设置里改用较低的像素（如 1200 万），或在选择照片时
    选“压缩图”，再重新上传。
    """

    status = 422


class PhotoUnreadable(Refusal):
    """照片无法读取，可能已损坏

    照片文件不完整或已损坏。重新拍摄或重新选择后上传。
    """

    status = 422


class PhotoOfOther(Refusal):
    """照片中的二维码不是本单元这一版公示的，请拍摄张贴在本单元的海报

    照片里的二维码是别的单元或旧版公示的。到本单元拍摄当前海报，二维码要拍清楚。
    """

    status = 422


class FileSealed(Refusal):
    """该材料已封存，请写明理由后查阅

    工作人员查阅封存的材料须写明理由，并留下记录。先用“查阅材料”（read_file）取得凭证，一分钟内凭它下载一次；
    凭证用过、过时或者不是本账号的，重新取得。
    """


class PaperErased(Refusal):
    """该材料保存期满，已经删除

    绑定申请办结满期后，所附的身份材料即删除，只留哈希和当时的决定。需要再核对的，请本人重新提供。
    """


class FileKindNotTaken(Refusal):
    """不接受这种文件，请上传照片或普通 PDF

    只接受照片和普通 PDF（不含脚本、附件、加密）。另存或拍照后上传。
    """

    status = 422


class PhotoKindNotTaken(Refusal):
    """不接受这种文件，请上传 JPEG、PNG 或 WebP 静态照片

    只接受 JPEG、PNG、WebP 静态照片。苹果手机请在“相机—格式”中选“兼容性最佳”，或在选择
    照片时选“压缩图”。
    """

    status = 422


class UnreadableSheet(Refusal):
    """无法读取该表格文件

    表格文件打不开或不是 xlsx、csv。在 WPS 或 Excel 中另存为 xlsx 后上传。
    """

    status = 422


class TooManyRows(Refusal):
    """表格过大，请拆分后再导入

    表格的行数、列数或内容超过上限。拆成几份分别导入。
    """

    status = 422
