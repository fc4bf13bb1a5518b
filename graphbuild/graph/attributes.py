"""Every attribute a node or an edge of the graph carries: name, type, unit, meaning.

The one place that says what an attribute means. `graph.build` writes these and no others,
`graph.consistency` checks them, exports list them, scores and maps read them.

Money is in whole US dollars as floats: floats begin here. A missing bound is ``None``: an unknown
low, or an amount open above. Dates are ISO text, partial dates kept partial.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: `type` is the Python type, `unit` is "USD", "fraction", "date" or empty."""

    name: str
    type: type
    unit: str
    meaning: str
    optional: bool = False


NODE_ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("name", str, "", "legal or common name"),
    Attribute("kind", str, "", "EntityKind: ai_lab, chipmaker, spv, ..."),
    Attribute("country", str, "", "ISO 3166 code of the seat", optional=True),
    Attribute("ticker", str, "", "ticker of its main listing", optional=True),
    Attribute("cik", str, "", "SEC central index key", optional=True),
    Attribute("parent_id", str, "", "entity_id of the parent in force at the as-of date", optional=True),
    Attribute("parent_relation", str, "", "ParentRelation: owner, joint_venture, sponsor, ...", optional=True),
    Attribute("is_group", bool, "", "stands for nobody in particular"),
    Attribute("is_unnamed", bool, "", "a party whose name the document withholds"),
    Attribute("is_provisional", bool, "", "made from a name no curated entity answers to"),
)  # fmt: skip

EDGE_ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("deal_id", str, "", "the deal the flow belongs to"),
    Attribute("title", str, "", "short name of the deal for people"),
    Attribute("instrument", str, "", "InstrumentId"),
    Attribute("family", str, "", "Family of the instrument"),
    Attribute("status", str, "", "Status: rumoured ... terminated"),
    Attribute("firmness", str, "", "Firmness of the deal: firm, contingent, headline, past"),
    Attribute("standing", str, "", "Standing: counted, residual, shown"),
    Attribute("standing_reason", str, "", "why it is not simply counted; empty when it is"),
    Attribute("measure", str, "", "Measure of the amount that stands for the deal"),
    Attribute("qualifier", str, "", "Qualifier of that amount"),
    Attribute("usd_low", float, "USD", "low bound of that amount", optional=True),
    Attribute("usd_point", float, "USD", "the figure as written; absent for one member's part", optional=True),
    Attribute("usd_high", float, "USD", "high bound; absent when open or undisclosed", optional=True),
    Attribute("firm_low", float, "USD", "low bound of the firm part"),
    Attribute("firm_high", float, "USD", "high bound of the firm part; absent when open", optional=True),
    Attribute("contingent_low", float, "USD", "low bound of the contingent part"),
    Attribute("contingent_high", float, "USD", "high bound of the contingent part; absent when open", optional=True),
    Attribute("headline_low", float, "USD", "low bound of the headline part"),
    Attribute("headline_high", float, "USD", "high bound of the headline part; absent when open", optional=True),
    Attribute("past_low", float, "USD", "recognised already, or a position's market value, low"),
    Attribute("past_high", float, "USD", "recognised already, or a position's market value, high", optional=True),
    Attribute("drawn_usd", float, "USD", "drawn, paid or outstanding, where a figure is known", optional=True),
    Attribute("share", float, "fraction", "stake, or customer's part of the vendor's revenue", optional=True),
    Attribute("is_joint", bool, "", "one member of a consortium: bounds run from 0 to the whole"),
    Attribute("joint_usd", float, "USD", "what all members of the deal have together, high", optional=True),
    Attribute("joint_low_usd", float, "USD", "what all members of the deal have together, low", optional=True),
    Attribute("joint_members", int, "", "number of members sharing joint_usd; 1 when not joint"),
    Attribute("on_behalf_of", str, "", "guarantee: entity_id of the obligor", optional=True),
    Attribute("same_obligation_as", str, "", "deal_id whose money this one mirrors", optional=True),
    Attribute("paid_in", str, "", "cash, stock, compute, credits, assets, none, unknown"),
    Attribute("recourse", str, "", "guaranteed, recourse, non_recourse, unknown"),
    Attribute("start", str, "date", "first day it applies; assumed where period_is_assumed", optional=True),
    Attribute("end", str, "date", "last day it applies", optional=True),
    Attribute("period_is_assumed", bool, "", "start, end or both are a declared default"),
    Attribute("agreed_on", str, "date", "date of the agreement", optional=True),
    Attribute("known_on", str, "date", "when the public could know", optional=True),
    Attribute("tier", str, "", "SourceTier of the best evidence"),
    Attribute("verification", str, "", "opened, relayed, secondary, or empty for documents"),
    Attribute("is_confirmed", bool, "", "a curated deal that a document we hold confirms"),
    Attribute("evidence_count", int, "", "documents and curated sources behind it"),
    Attribute("facility", str, "", "name of facility or vehicle as sources write it"),
    Attribute("rate", str, "", "interest rate or strike as sources write it"),
    Attribute("in_return", str, "", "what flows back, in words"),
    Attribute("quote", str, "", "the sentence or row that states it; empty for curated rows"),
    Attribute("url", str, "", "link to the evidence"),
    Attribute("accession", str, "", "SEC accession of the evidence, where there is one"),
    Attribute("note", str, "", "what a reader should know"),
)  # fmt: skip
