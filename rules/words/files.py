"""Words of stored files."""

from rules.words.word import Word, Words

WORDS: Words = {
    "file_id": "文件标识",
    "file_ids": Word("材料文件", "先行上传所得的文件标识"),
    "file_class": Word("材料类别", "附到事项上时确定；尚未使用的为空"),
    "height": Word("高", "像素；不是图片的为空"),
    "media_type": Word("文件类型", "", "image/jpeg"),
    "original_sha256": Word("原件摘要", "上传时的内容；SHA-256，十六进制"),
    "sent_name": Word("原文件名", "上传人所用的名称"),
    "sha256": Word("摘要", "SHA-256，十六进制"),
    "width": Word("宽", "像素；不是图片的为空"),
}
