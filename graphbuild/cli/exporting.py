"""``graphbuild export``: the ledger in forms that other tools read."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.options import as_of_option, open_snapshot, workspace_option
from graphbuild.errors import SettingsError
from graphbuild.records.period import PartialDate

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World


@click.command(name="export")
@click.argument("form", type=click.Choice(("ftm", "csv", "parquet")))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="ftm: the file to write; csv and parquet: the folder, one file a table.",
)
@as_of_option
@workspace_option
def command(
    form: str, output: Path, workspace_path: Path | None, as_of: PartialDate | None
) -> None:
    """Write the ledger as FollowTheMoney JSON lines, or its tables as CSV or Parquet.

    Parquet needs pyarrow: pip install 'graphbuild[parquet]'.
    """
    world = open_snapshot(workspace_path, as_of)
    if form == "ftm":
        count = _write_ftm(world, output)
        print(f"{count} entities written to {output}")
        return
    tables = _tables(world)
    write = _write_csv if form == "csv" else _parquet_writer()
    output.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write(output / f"{name}.{form}", rows)
        print(f"{len(rows)} rows written to {output / f'{name}.{form}'}")


def _write_ftm(world: "World", output: Path) -> int:
    from graphbuild.ledger.interchange import to_ftm
    from graphbuild.rebuild.snapshots import write_atomically

    lines = [json.dumps(thing, ensure_ascii=False) for thing in to_ftm(world.contents)]
    write_atomically(output, "".join(f"{line}\n" for line in lines))
    return len(lines)


def _tables(world: "World") -> dict[str, list[dict[str, Any]]]:
    """Every table of the ledger, nested fields joined by dots, everything text or empty."""
    contents = world.contents
    return {
        name: [_flat(json.loads(_encode(record))) for record in getattr(contents, name)]
        for name in contents.__slots__
        if name != "meta"
    } | {"meta": [{"key": key, "value": text} for key, text in sorted(contents.meta.items())]}


def _encode(record: object) -> str:
    from graphbuild.ledger.coding import encode

    return encode(record)


def _flat(record: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        elif isinstance(value, list):
            flat[f"{prefix}{key}"] = json.dumps(value, ensure_ascii=False)
        else:
            flat[f"{prefix}{key}"] = None if value is None else str(value)
    return flat


def _names(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row))


def _write_csv(path: Path, rows: list[dict[str, Any]]) -> None:
    from graphbuild.rebuild.snapshots import write_atomically

    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fieldnames=_names(rows), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(path, buffer.getvalue())


def _parquet_writer() -> Any:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise SettingsError(
            "Parquet needs pyarrow; install it with: pip install 'graphbuild[parquet]', "
            "or export csv"
        ) from error

    def write(path: Path, rows: list[dict[str, Any]]) -> None:
        schema = pa.schema([(name, pa.string()) for name in _names(rows)])
        parquet.write_table(pa.Table.from_pylist(rows, schema=schema), path)

    return write
