"""What a sentence is made of: money, dates, names, parties, and the marks they become.

Knows words, not deals. Not here: sentences of a document (`sentences`), what a deal is.
"""
