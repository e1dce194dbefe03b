"""The household funds' own movements, and scopes that change. R3.3, R4.6, section 6."""

from models.funds.tables import FundBatch, FundLine, ScopeChange, ScopeSwitch

__all__ = ["FundBatch", "FundLine", "ScopeChange", "ScopeSwitch"]
