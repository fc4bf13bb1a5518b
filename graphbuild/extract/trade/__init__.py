"""What one buys, rents or promises to buy of another: contracts, leases, suppliers, revenue.

Not here: debt (`debts`), shares (`shares`).
"""
