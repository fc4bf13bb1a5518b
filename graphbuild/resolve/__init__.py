"""Names -> entities, claims -> deals -> flows. Knows who is who and what is one agreement.

`registry` answers who a mention is; `reconcile` groups resolved claims into deals; `standing`
decides which deals enter sums; `flows` breaks deals into payer-payee pairs.
"""

from graphbuild.resolve.reconcile import Resolution, resolve_claims
from graphbuild.resolve.registry import Registry

__all__ = ["Registry", "Resolution", "resolve_claims"]
