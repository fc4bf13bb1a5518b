"""Loans, notes, guarantees and their tables.

Not here: shares (`shares`), contracts and leases (`trade`).
"""
