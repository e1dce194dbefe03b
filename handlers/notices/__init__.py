"""The notice: published, printed, hung in every lobby, photographed. R7.1 to R7.3."""

TITLE = "公示与海报"
