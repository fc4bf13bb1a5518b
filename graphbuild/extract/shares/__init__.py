"""Shares, warrants, rounds, stakes and companies bought, in prose.

Not here: tables of holdings (`tables`), ownership forms (`forms`).
"""
