"""The inbox, WeChat's copies of it, consents, and what WeChat pushed to us. R13."""
