"""Document -> claims. Knows how things are worded; knows nobody by id.

`PATTERNS` is the list of readers, in the order in which they are asked. They stand in rooms by what
they read (`debts`, `shares`, `trade`, `tables`, `forms`, `clauses` for any plain clause), over what
sentences are made of (`grammar`) and how they are read (`sentences`).
"""

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.debts.agreements import AGREEMENTS
from graphbuild.extract.debts.cover_guarantees import COVER_GUARANTEES
from graphbuild.extract.debts.debt_tables import DEBT_TABLES
from graphbuild.extract.debts.lender_schedules import LENDER_SCHEDULES
from graphbuild.extract.debts.loans_cited import LOANS_CITED
from graphbuild.extract.debts.securitisations import SECURITISATIONS
from graphbuild.extract.extraction import Extraction, extract_claims
from graphbuild.extract.forms.ownership import (
    INITIAL_HOLDINGS,
    INSIDER_SALES,
    NOTED_SALES,
    OFFERINGS,
    OWNERS,
    POSITIONS,
    SALE_NOTICES,
)
from graphbuild.extract.forms.schedule_covers import SCHEDULE_COVERS
from graphbuild.extract.forms.schedule_items import SCHEDULE_ITEMS
from graphbuild.extract.forms.tender_offers import TENDER_OFFERS
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import claim_row
from graphbuild.extract.shares.trading_plan_tables import TRADING_PLAN_TABLES
from graphbuild.extract.shares.trading_plans import TRADING_PLANS
from graphbuild.extract.shares.warrant_tables import WARRANT_TABLES
from graphbuild.extract.tables.beneficial_tables import BENEFICIAL_TABLES
from graphbuild.extract.tables.commitment_tables import COMMITMENT_TABLES
from graphbuild.extract.tables.concentration import CONCENTRATION
from graphbuild.extract.tables.fund_positions import FUND_POSITIONS
from graphbuild.extract.tables.holdings_tables import HOLDINGS_TABLES
from graphbuild.extract.tables.investee_tables import INVESTEE_TABLES
from graphbuild.extract.tables.investment_rows import INVESTMENT_ROWS
from graphbuild.extract.tables.investment_schedules import INVESTMENT_SCHEDULES
from graphbuild.extract.tables.offering_tables import OFFERING_TABLES
from graphbuild.extract.tables.related_party_tables import RELATED_PARTY_TABLES
from graphbuild.extract.tables.role_tables import ROLE_TABLES
from graphbuild.extract.tables.subsidiaries import LISTED_ENTITIES, SUBSIDIARIES
from graphbuild.extract.tables.viewer_pages import VIEWER_PAGES
from graphbuild.extract.tables.xbrl_facts import XBRL_FACTS
from graphbuild.extract.trade.customer_mentions import CUSTOMER_MENTIONS
from graphbuild.extract.trade.leases_to_come import LEASES_TO_COME

PATTERNS: tuple[Pattern, ...] = (
    # Tables and structured forms first: where a sentence repeats a row, the row has the claim.
    DEBT_TABLES,
    LENDER_SCHEDULES,
    COMMITMENT_TABLES,
    LEASES_TO_COME,
    CONCENTRATION,
    CUSTOMER_MENTIONS,
    HOLDINGS_TABLES,
    INVESTEE_TABLES,
    INVESTMENT_ROWS,
    INVESTMENT_SCHEDULES,
    RELATED_PARTY_TABLES,
    ROLE_TABLES,
    OFFERING_TABLES,
    POSITIONS,
    FUND_POSITIONS,
    INSIDER_SALES,
    SALE_NOTICES,
    NOTED_SALES,
    INITIAL_HOLDINGS,
    OFFERINGS,
    OWNERS,
    BENEFICIAL_TABLES,
    SCHEDULE_COVERS,
    SCHEDULE_ITEMS,
    TENDER_OFFERS,
    SECURITISATIONS,
    COVER_GUARANTEES,
    WARRANT_TABLES,
    TRADING_PLAN_TABLES,
    TRADING_PLANS,
    AGREEMENTS,
    LOANS_CITED,
    SUBSIDIARIES,
    LISTED_ENTITIES,
    *PROSE_PATTERNS,
    VIEWER_PAGES,
    # Last: marks of a figure that no wording has read.
    XBRL_FACTS,
)

__all__ = ["PATTERNS", "Context", "Extraction", "Pattern", "claim_row", "extract_claims"]
