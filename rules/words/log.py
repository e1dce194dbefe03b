"""Words of the log that cannot be changed unseen, and of proofs from it."""

from rules.words.word import Word, Words

HEX = "SHA-256，十六进制"

WORDS: Words = {
    "actor_id": Word("操作人", "账号或本人标识；系统为空"),
    "actor_kind": "操作人类型",
    "event_hash": Word("记录哈希", HEX),
    "event_id": "记录标识",
    "hash": Word("哈希", HEX),
    "head_signature": Word(
        "树根签名",
        "Ed25519，64 字节，十六进制；所签的是四行文字，每行以换行结束："
        "`jishou log head`、树的大小、根哈希、封存时间（1970 年起的微秒数，首次封存前为 `-`）",
    ),
    "head_text": Word("树首文字", "所签的四行文字，见证人签的也是它"),
    "key_name": "密钥名称",
    "leaf_index": Word("叶序号", "从 0 起"),
    "log_head": Word("日志树首", "出具时最近封存的，留存它即可在 `/log` 核对日志；封存以前为空"),
    "new": Word("新树大小", "不给即最新的"),
    "new_root_hash": Word("新树根哈希", HEX),
    "old": Word("旧树大小", "记录条数"),
    "old_root_hash": Word("旧树根哈希", HEX),
    "prev_hash": Word("前一条哈希", f"同一对象的上一条；{HEX}"),
    "public_key": Word("公钥", "Ed25519，32 字节，十六进制"),
    "request_id": Word("请求编号", "报告问题时请附上"),
    "root_hash": Word("根哈希", HEX),
    "sealed_at": Word("封存时间", "首次封存前为空"),
    "signed_by": Word("签名的密钥", "名称见公布的公钥"),
    "tree_size": Word("树的大小", "已封存的记录条数"),
    "witness_signature": Word("见证签名", "对 `head_text` 的 Ed25519 签名，64 字节，十六进制"),
    "witness_id": "见证人标识",
    "witness_name": "见证人",
    "witnessed_at": "见证时间",
    "witnesses": "见证人的签名",
}
