"""What a document as a whole says of the claims that its sentences made.

Who is meant, what is told twice, when it happened, what became of it. Not here: reading sentences
(`clauses`, `debts`, `shares`, `trade`), tables and forms; claims of several documents (`resolve`).
"""
