from graphbuild.curated.metrics import FLOWS, Metric


def test_flows_and_stocks_are_told_apart():
    assert {Metric.REVENUE, Metric.CAPEX, Metric.CUSTOMER_SHARE} <= FLOWS
    assert not FLOWS & {Metric.CASH, Metric.RPO, Metric.BACKLOG, Metric.REVENUE_RUN_RATE}


def test_rpo_and_backlog_are_two_metrics():
    assert Metric("rpo") is not Metric("backlog")
