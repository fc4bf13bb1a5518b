"""The metrics of ``fundamentals.csv``, and which of them are flows.

A flow belongs to a period and must never be added to a period that contains it (a half year to
its quarters); a stock stands at a date.
"""

from enum import StrEnum


class Metric(StrEnum):
    """What a figure counts; ``data/README.md`` says it in words, sign and unit included."""

    AUM = "aum"
    ATM_CAPACITY = "atm_capacity"
    BACKLOG = "backlog"
    BACKLOG_SHARE = "backlog_share"
    BACKSTOP_COMMITMENTS = "backstop_commitments"
    CAPEX = "capex"
    CASH = "cash"
    CASH_BURN = "cash_burn"
    CLOUD_SERVICE_COMMITMENTS = "cloud_service_commitments"
    CUSTOMER_SHARE = "customer_share"
    DEBT_FAIR_VALUE = "debt_fair_value"
    DEFERRED_REVENUE = "deferred_revenue"
    EQUITY = "equity"
    EQUITY_COMMITMENTS = "equity_commitments"
    EQUITY_INVESTMENTS_HELD = "equity_investments_held"
    GUARANTEES_GIVEN = "guarantees_given"
    INTEREST_EXPENSE = "interest_expense"
    MARKET_CAP = "market_cap"
    NET_INCOME = "net_income"
    NET_INVESTMENT_GAIN = "net_investment_gain"
    OPERATING_CASH_FLOW = "operating_cash_flow"
    OPERATING_INCOME = "operating_income"
    OPERATING_LEASES = "operating_leases"
    PRETAX_INCOME = "pretax_income"
    PURCHASE_OBLIGATIONS = "purchase_obligations"
    RECEIVABLE_SHARE = "receivable_share"
    RECEIVABLES = "receivables"
    REVENUE = "revenue"
    REVENUE_RUN_RATE = "revenue_run_rate"
    RPO = "rpo"
    RPO_DUE_12M = "rpo_due_12m"
    RPO_SHARE = "rpo_share"
    SEGMENT_REVENUE = "segment_revenue"
    SUPPLIER_PAYMENT = "supplier_payment"
    TOTAL_ASSETS = "total_assets"
    TOTAL_COSTS = "total_costs"
    TOTAL_DEBT = "total_debt"
    UNCOMMENCED_LEASES = "uncommenced_leases"
    UNDRAWN_FACILITIES = "undrawn_facilities"
    VALUATION = "valuation"


FLOWS = frozenset(
    {
        Metric.CAPEX,
        Metric.CASH_BURN,
        Metric.CUSTOMER_SHARE,
        Metric.INTEREST_EXPENSE,
        Metric.NET_INCOME,
        Metric.NET_INVESTMENT_GAIN,
        Metric.OPERATING_CASH_FLOW,
        Metric.OPERATING_INCOME,
        Metric.PRETAX_INCOME,
        Metric.REVENUE,
        Metric.SEGMENT_REVENUE,
        Metric.SUPPLIER_PAYMENT,
        Metric.TOTAL_COSTS,
    }
)
"""Metrics that belong to a period; all others stand at a date."""
