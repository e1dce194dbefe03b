"""The household funds: what homes pay in and use, who must top up, scopes that change."""

TITLE = "维修资金分户账"
