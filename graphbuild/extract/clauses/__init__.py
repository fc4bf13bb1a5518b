"""The general reader: verb, money, subject and who stands after it, in any plain clause.

Not here: wordings of one instrument.
"""
