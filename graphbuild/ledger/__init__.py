"""The ledger: one SQLite file a snapshot, and the memo of what was read. The only room for SQL.

A snapshot's ledger is written once, in one transaction, and never changed: a reader is never
blocked and an answer can be quoted with the snapshot's name. The memo remembers what readers and
patterns made of a document's bytes; it may be deleted at any time.
"""
