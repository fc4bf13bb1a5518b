"""First listings as reports and headlines tell them: explored, filed for, priced, shelved.

Accepts: "Tidepool Explores Hong Kong IPO That Could Raise $2 Billion."
Accepts: "Quillstone climbs 12% in debut after $800 million IPO."
Refuses: "Tidepool shares slump after IPO lock-up ends."

Lives here: rules used by `offerings`; the public that buys has no name. Not here: how much an
offering brought (`offerings`, `share_sums`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId

_IPO = (
    r"(?:IPOs?|[Ii]nitial [Pp]ublic [Oo]fferings?|(?:stock[- ]market|public|stock) (?:listing|"
    r"debut|flotation))\b"
)
_CUE = r"\bipos?\b|initial public offering|listing|flotation|debut"
_BETWEEN = r"(?:[^<>;,:]|<D\d+>|<P\d+>,?){0,40}?"
_OTHER = (
    r"since (?:its|the|an?)? ?ipo|lock-?up|ipo price\b|ipo market|no plans?|not plan|rules out|"
    r"underwrit|advis|ipo of (?:<p|its)|former|veteran"
)
_RAISES = (
    r"(?:[^<>;:]{0,60}?(?:to raise|raising|that (?:could|would|will|may) raise|of|worth|seeking) "
    r"(?:as much as |up to |about |far |well )?{m})?"
)


_listed = partial(Rule, instrument=InstrumentId.EQUITY, where="news", source="public-investors")


def _told(name: str, verbs: str, status: Status, tail: str = _RAISES, refuses: str = "") -> Rule:
    return _listed(
        name=name,
        cue=_CUE,
        refuses=_OTHER + refuses,
        template=(
            rf"(?<!'s )(?<!for )(?<!from )(?<!by ){{t}},? {{aux}}(?:{verbs}){_BETWEEN} (?:{{m2}} "
            rf")?(?:[A-Za-z-]+ ){{0,4}}?{_IPO}" + tail
        ),
        status=status,
        keep_status=True,
        confidence=Confidence.WEAK,
    )


_PLANS = (
    r"explor(?:e[sd]?|ing)|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|prepar(?:e[sd]?|ing)|read(?:y|"
    r"ies)|plan(?:s|ned|ning)?|pursu(?:e[sd]?|ing)|seek(?:s|ing)?|eye(?:s|ing)|mull(?:s|ed|ing)?|"
    r"target(?:s|ing)?|aim(?:s|ing)?|gear(?:s|ing)? up|mov(?:e[sd]?|ing)|race[sd]?|rac(?:es?|ing)|"
    r"inch(?:es|ing)|edg(?:es|ing)|discuss(?:es|ed|ing)?|"
    r"work(?:s|ing)? (?:on|toward|with)|launch|delay(?:s|ed)?|postpone[sd]?|push(?:es|ed)? back|"
    r"approach(?:es|ed)?|near(?:s|ing)?"
)
_HIRES = (
    r"(?:hir(?:e[sd]?|ing)|tap(?:s|ped)?|pick(?:s|ed)?|select(?:s|ed)?|line[sd]? up|"
    r"interview(?:s|ed|ing)?|appoint(?:s|ed)?|mandate[sd]?)(?:[^<>;:]|<P\d+>,?){0,50}? "
    r"(?:for|to lead|to arrange|to run|to manage|to work on)(?=(?:[^<>;]|<M\d+>){0,30}(?:IPO|"
    r"listing|public))"
)
_SHELVES = (
    r"shel(?:ves|ved|ving)|freez(?:es?|ing)|froze|withdr(?:aws?|ew|awing)|pull(?:s|ed|ing)?|"
    r"cancel(?:s|l?ed)?|scrap(?:s|ped)?|abandon(?:s|ed)?|halt(?:s|ed)?|drop(?:s|ped)?|"
    r"call(?:s|ed)? off"
)

LISTINGS: tuple[Rule, ...] = (
    _listed(
        name="listed_after_ipo",
        cue=r"\bipo\b",
        needs=r"debut|trading|listing|first day",
        refuses=_OTHER,
        template=(
            r"{t},? (?:[^<>;']|<S\d+>){0,60}?(?:debut|listing|first day(?: of trading)?)"
            r"(?:[^<>;]|<P\d+>){0,24}? (?:after|following) (?:pricing )?(?:its |an? |the "
            r")?(?:{m} )?(?:[a-z-]+ ){0,3}?IPO\b"
        ),
        keep_status=True,
    ),
    *(
        _listed(
            name=name,
            cue=r"rais|brought in|brings in|nett|fetch",
            needs=_CUE + r"|shares|public|at-the-market|offering",
            refuses=r"\bnotes?\b|\bbonds?\b|\bdebt\b|convertible",
            template=template,
            status=Status.ANNOUNCED if "file" in name else Status.FUNDED,
            needs_amount=True,
        )
        for name, template in (
            (
                "raises_in_offering",
                (
                    r"{t}(?!'s),? {aux}rais(?:e[sd]?|ing) {m} (?:in|through|via|from|by) "
                    r"(?:an?|its|the) (?:[A-Za-z-]+ ){0,3}?(?:public|at-the-market|follow-on) "
                    r"(?:share |stock )?(?:offering|sale|programme|program)"
                ),
            ),
            (
                "its_offering_raised",
                (
                    rf"{{t}}'s (?:[a-z-]+ ){{0,4}}?(?:{_IPO}|(?:public|at-the-market|follow-on|"
                    r"share|stock) (?:offering|sale)),? {aux}(?:rais(?:e[sd]?|ing)|brought in|"
                    r"brings in|nett(?:ed|ing)|fetch(?:ed|es|ing)) {m}"
                ),
            ),
            (
                "sells_counted_to_raise",
                (
                    r"{t}(?!'s),? {aux}(?:sold|sells?|selling) \d[\d.,]* (?:million )?(?:[a-z]+ "
                    r")?shares"
                    r"(?: at <[VM]\d+>[^<>;]{0,30}?)?,? (?:to raise|raising|which raised) {m}"
                ),
            ),
            (
                "goes_public_raising",
                (
                    r"{t}(?!'s),? {aux}(?:w[eo]nt public|go(?:es|ing)? public|listed|debuted|"
                    r"floated|trading)(?:[^<>;]|<P\d+>|<D\d+>){0,80}?,? (?:and |after )?(?:raising|"
                    r"raised) {m}"
                ),
            ),
            (
                "files_to_raise",
                (
                    r"{t}(?!'s),? {aux}(?:filed|files|registered)(?: confidentially)? (?:for|to) "
                    rf"[^<>;]{{0,60}}?{_IPO}[^<>;]{{0,40}}? (?:to raise|(?:raising|that "
                    r"(?:could|would|may|might|aims to) raise|seeking)) {m}"
                ),
            ),
        )
    ),
    _told("shelves_ipo", _SHELVES, Status.TERMINATED, tail=""),
    _told("hires_for_ipo", _HIRES, Status.RUMOURED, refuses=r"|\bafter\b"),
    _told(
        "plans_ipo",
        _PLANS,
        Status.RUMOURED,
        refuses=r"|shares? (?:fell|rose|jump|slid|drop)|\bafter\b",
    ),
)
