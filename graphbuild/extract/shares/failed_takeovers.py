"""Purchases of companies that came to nothing.

Accepts: "Corvid and Lumen terminated the agreement for the acquisition of Lumen."
Refuses: "Corvid terminated its lease after the acquisition of Lumen."

Lives here: rules that `acquisition` asks first. Not here: bids refused in headlines
(`takeovers_told`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_ACQUISITION = InstrumentId.ACQUISITION
_GIVES_UP = (
    r"(?:terminat(?:e[sd]?|ion of)|call(?:ed|s) off|abandon(?:ed|s)|scrap(?:ped|s)|walk(?:ed|s) "
    r"away from|pull(?:ed|s) out of|back(?:ed|s) out of|gave up(?: on)?)"
)
_MERGER = r"(?:[a-z-]+ ){0,2}?(?:merger|combination|tie-up|takeover)(?: (?:agreement|deal|plan))?"

_failed = partial(Rule, instrument=_ACQUISITION, status=Status.TERMINATED, keep_status=True)

FAILED_TAKEOVERS: tuple[Rule, ...] = (
    _failed(
        name="would_have_acquired",
        cue=r"would have acquired|would have purchased|would have merged",
        needs=r"terminat|abandon|call(?:s|ed) off",
        template=(
            r"(?:whereby|by which|under which|pursuant to which) {s},? would have "
            r"(?:acquired|purchased|merged with) {t}"
        ),
    ),
    _failed(
        name="terminated",
        cue=r"terminat|call(?:s|ed) off|abandon|scrap|walk|pull|back(?:s|ed) out|gave up",
        needs=r"acqui|takeover|merger|purchase|\bbuy",
        template=(
            rf"{{s}}(?: and {{b}})?,? {{aux}}(?:announced )?(?:the )?{_GIVES_UP}(?:(?: (?:its|"
            r"the|an?|planned|proposed))* {m})?{wide}(?:acqui(?:re|sition of|ring)|"
            r"takeover of|buy|purchase of|merger with){gap}{t}"
        ),
        looks_ahead=True,
    ),
    _failed(
        name="merger_off",
        cue=r"merger|combination|tie-up|takeover",
        where="news",
        template=(
            r"{s1} and {t},? {aux}(?:terminat(?:es?|ed)|call(?:s|ed) off|abandon(?:s|ed)|"
            r"scrap(?:s|ped)|drop(?:s|ped)|end(?:s|ed)) (?:(?:their|the|an?|planned|proposed) )*"
            rf"(?:{{m}}(?: |-))?{_MERGER}|(?:{{m2}}(?: |-))?{_MERGER} (?:between|of) "
            r"(?P<source><P\d+>) and (?P<target2><P\d+>),? (?:(?:has|had|been|was|later) )*"
            r"(?:terminated|called off|abandoned|scrapped|collapsed|fell (?:through|apart)|"
            r"blocked)"
        ).replace("{s1}", r"(?P<source2><P\d+>)"),
        only_named=True,
    ),
)
