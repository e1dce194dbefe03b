"""What the Centre publishes of a closed year. R12.1."""

TITLE = "年度报告"
