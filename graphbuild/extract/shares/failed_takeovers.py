"""Purchases of companies that came to nothing.

Accepts: "Corvid and Lumen terminated the agreement for the acquisition of Lumen."
Refuses: "Corvid terminated its lease after the acquisition of Lumen."

Lives here: rules that `acquisition` asks first. Not here: bids refused in headlines
(`takeovers_told`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_ACQUISITION = InstrumentId.ACQUISITION

FAILED_TAKEOVERS: tuple[Rule, ...] = (
    Rule(
        name="would_have_acquired",
        instrument=_ACQUISITION,
        cue=r"would have acquired|would have purchased|would have merged",
        needs=r"terminat|abandon|call(?:s|ed) off",
        template=(
            r"(?:whereby|by which|under which|pursuant to which) {s},? would have "
            r"(?:acquired|purchased|merged with) {t}"
        ),
        status=Status.TERMINATED,
        keep_status=True,
    ),
    Rule(
        name="terminated",
        instrument=_ACQUISITION,
        cue=r"terminat|call(?:s|ed) off|abandon|scrap|walk",
        needs=r"acqui|takeover|merger|purchase",
        template=(
            r"{s}(?: and {b})?,? {aux}(?:announced )?(?:the )?(?:terminat(?:e[sd]?|ion of)|"
            r"called off|calls off|abandoned|scrapped){wide}(?:acqui(?:re|sition of|ring)|"
            r"takeover of|buy|purchase of|merger with){gap}{t}"
        ),
        status=Status.TERMINATED,
        keep_status=True,
    ),
)
