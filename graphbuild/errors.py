"""The one exception family, drawn as a tree of what a caller can do about it.

::

    GraphbuildError
    |-- SettingsError     (ValueError)   a setting, an option or a curated file is unusable
    |-- FetchError                       a source could not be reached or sent something unusable
    |-- ParseError        (ValueError)   bytes that are not the document they claim to be
    |-- ResolveError                     two identities that must not be merged
    |-- LedgerError                      the ledger file is missing, foreign or damaged
    |-- ExpectationError                 a build fell below its minimum; nothing published
    `-- NotFoundError     (LookupError)  a name or id that is not in the snapshot

Every message says what is wrong, where, and what to do. Trouble with one record is an
`graphbuild.records.issue.Issue`, a value, and never stops the others.
"""


class GraphbuildError(Exception):
    """Root of every error this package raises on purpose."""


class SettingsError(GraphbuildError, ValueError):
    """A setting, a command-line option or a curated file cannot be used."""


class FetchError(GraphbuildError):
    """A source could not be reached, refused, or sent something that is not a document."""


class ParseError(GraphbuildError, ValueError):
    """Bytes cannot be read as the document they claim to be."""


class ResolveError(GraphbuildError):
    """Two identities contradict each other and must not be merged."""


class LedgerError(GraphbuildError):
    """The ledger is missing, damaged, or written by another schema version."""


class ExpectationError(GraphbuildError):
    """A rebuild fell below a declared minimum; the last good snapshot stays."""


class NotFoundError(GraphbuildError, LookupError):
    """A name, id or snapshot that does not exist here."""
