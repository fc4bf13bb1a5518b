"""Scenarios are data: shocks with a story and sources, read from TOML or the command line.

Lives here: `Shock`, `Scenario`, parsers, the bundled list. What a shock does: `pressure`. A file::

    title = "..."
    story = "..."
    sources = ["https://..."]
    [[shock]]
    kind = "revenue"      # one of KINDS
    on = "openai"         # entity or deal; "" where KINDS says nobody
    by = -0.30            # size in the kind's unit
    from = "2027-Q1"      # optional; default: at once
    until = "2028-Q4"     # optional; default: to the end
"""

import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.errors import NotFoundError, SettingsError
from graphbuild.workspace import bundled_folder

KINDS: dict[str, str] = {
    "revenue": "fraction of planned revenue: -0.30 takes 30 % of it away",
    "funding": "fraction of the outside funding that its plans need: -1 means none comes",
    "withdraw": "fraction of what it has promised to others as funding: -1 means it pays none",
    "default": "it pays nothing from then on; size is ignored",
    "terminate": "fraction of a deal, or of all purchases of an entity, that ends: -1 means all",
    "guarantee": "fraction of a guarantee, or of all that it gives, that is gone: -1 means all",
    "chip_price": "fraction by which chips and rents for them fall, on nobody: -0.5 is half",
    "power_price": "fraction by which power gets dearer for clouds, all if on nobody: 0.5",
    "delay": "quarters by which payments of a deal, or to an entity, come later: 2",
    "rates": "fraction a year added to the interest on its debt: 0.02 is 200 basis points",
    "refinance": "fraction of its maturing debt that nobody renews, everybody's if on nobody: -0.5",
    "sale": "fraction of its listed holdings that it must sell: -0.5; common holders lose with it",
    "market_value": "fraction of its market value: -0.4; holders' positions are marked down",
}
"""Kind of shock -> meaning of its size."""

_ON_ALL = ("refinance", "power_price")
"""Kinds that hit everybody where nobody is named."""

_AT_ONCE = ("chip_price", "market_value", "sale")
"""Kinds of prices; they have no calendar."""

_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_SHOCK = re.compile(
    r"(?:(?P<on>[\w:.-]+)\.)?(?P<kind>[a-z_]+)(?:=(?P<by>[+-]?\d+(?:\.\d*)?)(?P<percent>%?))?"
    r"(?:@(?P<since>[\dQ-]*)(?:\.\.(?P<until>[\dQ-]+))?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shock:
    """One thing that happens: `kind` of `KINDS`, to whom, by how much, in which quarters."""

    kind: str
    on: str = ""
    by: float = -1.0
    since: str = ""
    until: str = ""

    def holds_in(self, quarter: str) -> bool:
        """Whether it is in force; labels of quarters sort as dates do."""
        return (not self.since or quarter >= self.since) and (
            not self.until or quarter <= self.until
        )

    @property
    def words(self) -> str:
        """The shock as the command line takes it."""
        on = f"{self.on}." if self.on else ""
        when = f"@{self.since}" + (f"..{self.until}" if self.until else "")
        return f"{on}{self.kind}={self.by:+g}" + (when if when != "@" else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Shocks with a name, why anybody should think of them, and where that comes from."""

    name: str
    title: str
    story: str
    sources: tuple[str, ...]
    shocks: tuple[Shock, ...]

    def together(self, other: "Scenario") -> "Scenario":
        """Both at once; a shock that stands in both counts once."""
        return Scenario(
            name=f"{self.name}+{other.name}",
            title=f"{self.title}; {other.title}",
            story=f"{self.story} {other.story}".strip(),
            sources=tuple(dict.fromkeys(self.sources + other.sources)),
            shocks=tuple(dict.fromkeys(self.shocks + other.shocks)),
        )

    def joined(self, shocks: tuple[Shock, ...]) -> "Scenario":
        """The same with further shocks."""
        title = f"{self.title}; {', '.join(s.words for s in shocks)}" if shocks else self.title
        return Scenario(
            name=self.name,
            title=title,
            story=self.story,
            sources=self.sources,
            shocks=self.shocks + shocks,
        )


def parse_shock(text: str) -> Shock:
    """A shock as typed: ``openai.revenue=-30%``, ``chip_price=-50%``, ``coreweave.default``.

    Quarters may follow: ``openai.funding=-1@2027-Q1..2027-Q4``.

    Raises
    ------
    SettingsError
        the text is no shock, or its kind is not known.

    Examples
    --------
    >>> parse_shock("openai.revenue=-30%").by
    -0.3
    """
    match = _SHOCK.fullmatch(text.strip())
    if match is None or (match["by"] is None and match["kind"] != "default"):
        raise SettingsError(
            f"{text!r} is no shock; write ENTITY.KIND=SIZE, such as openai.revenue=-30%"
        )
    size = float(match["by"] or -1) / (100 if match["percent"] else 1)
    shock = Shock(
        kind=match["kind"],
        on=match["on"] or "",
        by=size,
        since=match["since"] or "",
        until=match["until"] or "",
    )
    return _checked(shock, text)


def read_scenario(path: Path) -> Scenario:
    """A scenario from a TOML file; its name is the file's.

    Raises
    ------
    SettingsError
        the file is not TOML, or lacks or misnames something.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: not readable as TOML: {error}; correct the file") from error
    missing = {"title", "story", "sources", "shock"} - set(given)
    if missing:
        raise SettingsError(f"{path}: lacks {', '.join(sorted(missing))}")
    return Scenario(
        name=path.stem,
        title=str(given["title"]),
        story=" ".join(str(given["story"]).split()),
        sources=tuple(map(str, given["sources"])),
        shocks=tuple(_shock_of(row, str(path)) for row in given["shock"]),
    )


def _shock_of(row: dict[str, Any], where: str) -> Shock:
    unknown = set(row) - {"kind", "on", "by", "from", "until"}
    if unknown or "kind" not in row:
        raise SettingsError(
            f"{where}: a shock has kind, on, by, from, until; not {sorted(unknown)}"
        )
    shock = Shock(
        kind=str(row["kind"]),
        on=str(row.get("on", "")),
        by=float(row.get("by", -1.0)),
        since=str(row.get("from", "")),
        until=str(row.get("until", "")),
    )
    return _checked(shock, where)


def _checked(shock: Shock, where: str) -> Shock:
    if shock.kind not in KINDS:
        near = difflib.get_close_matches(shock.kind, KINDS, n=1) or [", ".join(KINDS)]
        raise SettingsError(f"{where}: unknown kind {shock.kind!r}; did you mean {near[0]}?")
    if shock.kind not in _ON_ALL and (shock.kind == "chip_price") == bool(shock.on):
        raise SettingsError(f"{where}: {shock.kind} is on {'nobody' if shock.on else 'somebody'}")
    if shock.kind in ("delay", "rates", "power_price"):
        is_good = shock.by > 0
    else:
        is_good = -1 <= shock.by < 0
    if not is_good and shock.kind != "default":
        raise SettingsError(f"{where}: size {shock.by:g} of {shock.kind}: {KINDS[shock.kind]}")
    if shock.kind in _AT_ONCE and (shock.since or shock.until):
        raise SettingsError(f"{where}: {shock.kind} holds for the whole run; leave quarters out")
    for label in (shock.since, shock.until):
        if label and not _QUARTER.fullmatch(label):
            raise SettingsError(f"{where}: {label!r} is no quarter such as 2027-Q1")
    return shock


def bundled_scenarios(folder: Path | None = None) -> dict[str, Scenario]:
    """Scenarios that come with the program, by name."""
    found = folder or bundled_folder() / "scenarios"
    return {path.stem: read_scenario(path) for path in sorted(found.glob("*.toml"))}


def find_scenario(name: str) -> Scenario:
    """A bundled scenario by name, or one from a file.

    Raises
    ------
    NotFoundError
        neither.
    """
    bundled = bundled_scenarios()
    if name in bundled:
        return bundled[name]
    if name.endswith(".toml") and Path(name).is_file():
        return read_scenario(Path(name))
    raise NotFoundError(f"no scenario {name!r}; bundled: {', '.join(bundled)}; or name a TOML file")
