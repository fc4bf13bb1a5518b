"""Rows and columns of notes: holdings, commitments, subsidiaries, customers, and facts of XBRL.

Not here: tables of debt (`debts`), prose.
"""
