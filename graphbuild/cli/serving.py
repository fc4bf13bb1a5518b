"""``graphbuild serve``."""

from pathlib import Path

import rich_click as click

from graphbuild.cli.loopback import ADDRESS, open_server
from graphbuild.cli.options import open_settings, workspace_option
from graphbuild.errors import GraphbuildError
from graphbuild.rebuild.world import latest_snapshot


@click.command(name="serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8710,
    show_default=True,
    help="Port on 127.0.0.1; 0 takes any free one.",
)
@workspace_option
def command(port: int, workspace_path: Path | None) -> None:
    """Browse published snapshots at http://127.0.0.1, read-only, until Ctrl-C."""
    workspace, _ = open_settings(workspace_path)
    latest_snapshot(workspace)  # say at once that there is nothing to browse
    try:
        server = open_server(workspace.snapshots, port)
    except OSError as error:
        raise GraphbuildError(
            f"cannot listen on {ADDRESS}:{port}: {error.strerror}; choose another --port, or 0"
        ) from error
    with server:
        print(f"http://{ADDRESS}:{server.server_port}/latest/maps/index.html", flush=True)
        print("Only this machine can read it. Ctrl-C ends it.", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("ended")
