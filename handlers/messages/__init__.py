"""Messages: each person's inbox and consents, WeChat's pushes, and how deliveries went. R13."""

TITLE = "消息、订阅与推送"
