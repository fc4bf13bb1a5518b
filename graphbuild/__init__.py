"""graphbuild: who finances whom in AI, from filings and news to a scored, sourced network.

What lives here: the version, nothing else. The package list reads as the pipeline:
sources -> documents -> extract -> resolve -> ledger -> graph -> scores, contagion -> maps,
composed by rebuild and asked through cli.
"""

__version__ = "0.1.0"
