-- One snapshot's ledger. Money is decimal text, dates are ISO text, partial dates kept partial.
-- `record` columns hold the whole record as JSON; the other columns exist to look things up.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,            -- schema, as_of, digest, code
    value TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    document_id  TEXT PRIMARY KEY,     -- accession, or sha- and a hash of the bytes
    path         TEXT NOT NULL,        -- file it was read from, below its folder
    kind         TEXT NOT NULL,        -- what chose the reader: 10-K, EX-21, rss, ...
    form         TEXT NOT NULL,        -- form type of the header
    filer        TEXT,                 -- name of the filer or publisher
    published_on TEXT,                 -- first day the public could read it
    tier         TEXT NOT NULL,        -- source tier
    sha256       TEXT NOT NULL,        -- of the bytes
    url          TEXT,
    characters   INTEGER NOT NULL,     -- length of the text that offsets point into
    same_story_as TEXT                 -- sha256 of the article this one relays
) STRICT;

CREATE TABLE entity (
    entity_id TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    parent_id TEXT,
    cik       TEXT,
    record    TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
    claim_id    TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,         -- a document, or the address behind a curated row
    instrument  TEXT NOT NULL,
    known_on    TEXT,                  -- publication of the evidence
    pattern     TEXT NOT NULL,         -- which reader found it
    record      TEXT NOT NULL
) STRICT;

CREATE TABLE deal (
    deal_id    TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    instrument TEXT NOT NULL,
    status     TEXT NOT NULL,
    firmness   TEXT NOT NULL,
    standing   TEXT NOT NULL,          -- counted, residual, shown
    record     TEXT NOT NULL
) STRICT;

CREATE TABLE deal_claim (
    deal_id  TEXT NOT NULL REFERENCES deal (deal_id),
    claim_id TEXT NOT NULL REFERENCES claim (claim_id),
    PRIMARY KEY (deal_id, claim_id)
) STRICT;

CREATE TABLE flow (
    flow_id    TEXT PRIMARY KEY,
    deal_id    TEXT NOT NULL REFERENCES deal (deal_id),
    source     TEXT NOT NULL REFERENCES entity (entity_id),
    target     TEXT NOT NULL REFERENCES entity (entity_id),
    instrument TEXT NOT NULL,
    record     TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
    claim_id TEXT PRIMARY KEY REFERENCES claim (claim_id),
    deal_id  TEXT NOT NULL,            -- the deal it was compared with
    likeness TEXT NOT NULL,            -- confirms, mentions, unclear, joins
    reason   TEXT NOT NULL
) STRICT;

CREATE TABLE figure (
    figure_id TEXT PRIMARY KEY,
    entity_id TEXT NOT NULL,
    metric    TEXT NOT NULL,
    known_on  TEXT,
    record    TEXT NOT NULL
) STRICT;

CREATE TABLE assumption (
    key    TEXT PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE fx (
    currency TEXT NOT NULL,
    as_of    TEXT NOT NULL,
    record   TEXT NOT NULL,
    PRIMARY KEY (currency, as_of)
) STRICT;

CREATE TABLE judgement (
    record TEXT NOT NULL
) STRICT;

CREATE TABLE review (
    record TEXT NOT NULL               -- in the order of the table: a later one replaces
) STRICT;

CREATE TABLE missed (
    record TEXT NOT NULL               -- sentences with money and a watched name but no claim
) STRICT;

CREATE TABLE issue (
    stage    TEXT NOT NULL,
    severity TEXT NOT NULL,
    code     TEXT NOT NULL,
    place    TEXT NOT NULL,            -- file, row, field
    message  TEXT NOT NULL,
    advice   TEXT NOT NULL
) STRICT;

CREATE INDEX claim_by_document ON claim (document_id);
CREATE INDEX flow_by_source ON flow (source);
CREATE INDEX flow_by_target ON flow (target);
CREATE INDEX deal_claim_by_claim ON deal_claim (claim_id);
