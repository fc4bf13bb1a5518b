"""Sentences read when somebody asks, rules tried on them, claims made of what matched.

Not here: wordings of instruments (`debts`, `shares`, `trade`), grammar (`grammar`).
"""
