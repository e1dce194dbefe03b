"""People: logins, homes, appointments, staff accounts, and what everybody may look up. R2.5."""

TITLE = "登录、绑定、授权与账号"
