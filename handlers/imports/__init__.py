"""Taking a roll in: uploaded, checked, confirmed, applied. R2.7."""

TITLE = "名册导入"
