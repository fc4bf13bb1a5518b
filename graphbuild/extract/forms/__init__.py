"""Forms 3, 4, 144, D, 13F, Schedules 13D, 13G and TO.

Not here: what a sentence of a report says.
"""
