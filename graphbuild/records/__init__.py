"""Layer 0: what the project talks about. Frozen records, standard library only.

Every later stage takes and returns these; none of them does any work.
"""
