"""Shocks passed on through contracts: clearing, cascades, fire sales, withdrawals, stress.

Numerical models take arrays and give results; units stand in their docstrings. From the graph to
an answer: `books` (balance sheets with bounds), `scenario`, `stress`, `reverse`. Not here: what an
edge means (`graph.attributes`), printing (`cli`).
"""
