"""Words of what owners pay in for a case, and of special accounts."""

from rules.words.word import Word, Words

WORDS: Words = {
    "borne_fen": Word("资金承担", "由各户维修资金承担的"),
    "collection": Word("归集", "签订合同前须归集的保费；不须归集的为空"),
    "complete": Word("已归集齐", "可以签订合同"),
    "gathered_fen": "已归集",
    "held": Word("已预留", "保费已从账户中预留"),
    "method": "方式",
    "method_title": Word("方式", "可直接显示"),
    "needed_fen": "应归集",
    "owing_homes": "欠缴户数",
    "part_fen": Word("应分摊", "保费中由这户承担的"),
    "payee_account": Word("收款账号", "隐去部分"),
    "payee_bank": "收款银行",
    "payment": Word("出资情况", "由统筹账户支付的为空"),
    "receipt_id": "归集款标识",
    "receipt_ids": "归集款标识",
    "receipts": "归集款笔数",
    "refund_account": Word("退款账号", "产权人自己的账号，余额只退往这里"),
    "refund_bank": "退款银行",
    "refund_id": "退款标识",
    "refundable_fen": Word("可退", "现在可以退还的金额"),
    "refunded_fen": "已退",
    "years": Word("交存年数", "一次交存几年的保费"),
    "years_paid": Word("已付年数", "已支付或已预留的年数"),
}
