"""Settings: few and mechanical. What we study is curated data, not settings.

Order: defaults < ``graphbuild.toml`` in the workspace < ``GRAPHBUILD_<KEY>`` < command line.
Not here: paths below the workspace (`workspace`), reading curated tables (`curated`).
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graphbuild.errors import SettingsError

FILE_NAME = "graphbuild.toml"
MODEL_KEY = "GRAPHBUILD_MODEL_KEY"
"""The language model's key: from the environment only, so that no file and no record holds it."""
RESERVED = frozenset({"CORPUS", "GOLD", "REFERENCE", "WORKSPACE", "MODEL_KEY"})
"""``GRAPHBUILD_`` variables that are not settings: the tests' folders, the workspace, the key."""


class Settings(BaseModel):
    """What may be set, with its default.

    `sec_identity` ("Name e-mail") is asked for before the first request to the SEC, which requires
    a declared user agent; nothing else needs it. `edgar_url` and its two sisters lead to a mirror,
    or to a local EDGAR for tests. `anchor` is the entity that everything is measured against unless
    a question names another. With `model_url` ("http://127.0.0.1:8080/v1") and `model_name` a
    language model is asked about sentences that no pattern has read, `model_calls` times a run
    at most; prices are US dollars for a million tokens.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sec_identity: str = ""
    anchor: str = "openai"
    fetch_days: int = Field(default=400, ge=1)
    requests_per_second: float = Field(default=8.0, gt=0, le=10)
    edgar_url: str = "https://www.sec.gov"
    edgar_data_url: str = "https://data.sec.gov"
    edgar_search_url: str = "https://efts.sec.gov"
    loop_length_hops: int = Field(default=6, ge=2, le=8)
    loop_limit: int = Field(default=2000, ge=1)
    exposure_length_hops: int = Field(default=4, ge=1, le=6)
    map_nodes: int = Field(default=200, ge=10, le=2000)
    snapshots_kept: int = Field(default=12, ge=1)
    stale_after_days: int = Field(default=30, ge=1)
    model_url: str = ""
    model_name: str = ""
    model_timeout_s: float = Field(default=60.0, gt=0, le=600)
    model_calls: int = Field(default=200, ge=0)
    model_price_in_usd: float | None = Field(default=None, ge=0)
    model_price_out_usd: float | None = Field(default=None, ge=0)


def load_settings(
    folder: Path,
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Settings:
    """Settings for a workspace folder.

    Raises
    ------
    SettingsError
        unreadable TOML, an unknown key (the nearest known one is named) or a value out of range.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    path = folder / FILE_NAME
    if path.is_file():
        try:
            values.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"{path}: not readable as TOML: {error}; correct the file"
            ) from error
    for key, text in environment.items():
        name = key.removeprefix("GRAPHBUILD_")
        if name != key and name not in RESERVED:
            values[name.lower()] = text
    values.update(overrides or {})
    for key in values:
        if key not in Settings.model_fields:
            near = difflib.get_close_matches(key, Settings.model_fields, n=1)
            hint = (
                f"did you mean {near[0]!r}?"
                if near
                else f"known: {', '.join(Settings.model_fields)}"
            )
            raise SettingsError(f"unknown setting {key!r} in {path} or the environment; {hint}")
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            f"setting {first['loc'][0]} = {first['input']!r}: {first['msg']}; see {path}"
        ) from error
