"""What the pooled accounts hold and did, for owners, insurers and the Centre. R3.8, R12.1."""

TITLE = "统筹账户与账目"
