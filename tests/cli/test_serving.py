import http.client
import threading
from http import HTTPStatus

import pytest
import pytest_socket
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.cli.loopback import ADDRESS, SAFETY, answer, listing, open_server

PORT = 8710
HERE = f"127.0.0.1:{PORT}"


@pytest.fixture
def snapshots(tmp_path):
    """Two snapshots, and around them what must never be served."""
    folder = tmp_path / "outputs" / "snapshots"
    for name in ("20260101T000000Z", "20260201T000000Z"):
        (folder / name / "maps").mkdir(parents=True)
        (folder / name / "maps" / "index.html").write_text(f"<p>{name}</p>", "utf-8")
        (folder / name / "ledger.sqlite").write_bytes(b"SQLite")
    newest = folder / "20260201T000000Z"
    (tmp_path / "secret.json").write_text("{}", "utf-8")
    (newest / ".hidden.json").write_text("{}", "utf-8")
    (newest / "notes.exe").write_bytes(b"MZ")
    (newest / "linked.json").symlink_to(tmp_path / "secret.json")
    (newest / "maps" / "above").symlink_to(tmp_path)
    (folder / "20260301T000000Z").symlink_to(tmp_path)
    return folder


def ask(snapshots, target, method="GET", host=HERE):
    return answer(method, target, host, snapshots, PORT)


def test_front_page_lists_snapshots_newest_first_and_links_their_maps(snapshots):
    said = ask(snapshots, "/")
    text = said.body.decode()
    assert said.status == HTTPStatus.OK
    assert text.index("20260201T000000Z/maps/index.html") < text.index("20260101T000000Z/maps/")
    assert "20260301T000000Z" not in text
    assert "default-src 'none'" in said.headers["Content-Security-Policy"]


def test_latest_leads_to_the_newest_snapshot(snapshots):
    said = ask(snapshots, "/latest/maps/index.html")
    assert said.status == HTTPStatus.FOUND
    assert said.headers["Location"] == "/20260201T000000Z/maps/index.html"
    assert ask(snapshots, said.headers["Location"]).body == b"<p>20260201T000000Z</p>"


def test_a_ledger_is_a_download_and_never_a_page(snapshots):
    said = ask(snapshots, "/20260101T000000Z/ledger.sqlite")
    assert said.headers["Content-Disposition"] == 'attachment; filename="ledger.sqlite"'


@pytest.mark.parametrize(
    "target",
    ["/../../secret.json", "/20260201T000000Z/../../../secret.json", "//etc/passwd",
     "/20260201T000000Z/..%2f..%2f..%2fsecret.json", "/%2e%2e/%2e%2e/secret.json",
     "/20260201T000000Z/maps/above/secret.json", "/20260201T000000Z/linked.json",
     "/20260201T000000Z/.hidden.json", "/20260201T000000Z/notes.exe", "/20260301T000000Z/",
     "/20260201T000000Z/maps", "/20260201T000000Z/maps/index.html%00.csv",
     "/20260201T000000Z\\..\\..\\secret.json", "/latest/../../secret.json", "/" + "a/" * 5000],
)  # fmt: skip
def test_nothing_but_a_listed_file_is_ever_served(snapshots, target):
    said = ask(snapshots, target)
    assert said.status in {HTTPStatus.NOT_FOUND, HTTPStatus.FOUND}
    if said.status == HTTPStatus.FOUND:
        assert ask(snapshots, said.headers["Location"]).status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8710", "127.0.0.1:1", "0.0.0.0"]
)
def test_a_foreign_name_for_this_machine_is_refused(snapshots, host):
    assert ask(snapshots, "/", host=host).status == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(snapshots, method):
    said = ask(snapshots, "/20260101T000000Z/maps/index.html", method=method)
    assert said.status == HTTPStatus.METHOD_NOT_ALLOWED
    assert said.headers["Allow"] == "GET, HEAD"


def test_names_in_listings_are_text(tmp_path):
    folder = tmp_path / "<b>"
    folder.mkdir()
    (folder / "<script>.csv").write_text("", "utf-8")
    text = ask(tmp_path, "/%3Cb%3E/").body.decode()
    assert "<script>" not in text
    assert "/%3Cb%3E/%3Cscript%3E.csv" in text
    assert list(listing(folder)) == ["<script>.csv"]


def test_a_workspace_without_snapshots_says_what_to_do(tmp_path):
    result = CliRunner().invoke(group, ["serve", "--workspace", str(tmp_path)])
    assert result.exit_code != 0
    assert ask(tmp_path / "none", "/").body.decode().count("graphbuild rebuild") == 1


@pytest.fixture
def allowed():
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])
    yield
    pytest_socket.disable_socket(allow_unix_socket=True)


@pytest.fixture
def server(allowed, snapshots):
    with open_server(snapshots, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_listener_is_bound_to_this_machine_and_sends_safe_headers(server):
    assert server.server_address[0] == ADDRESS == "127.0.0.1"
    connection = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=5)
    connection.request("GET", "/20260101T000000Z/maps/index.html")
    response = connection.getresponse()
    assert response.status == 200
    assert response.read() == b"<p>20260101T000000Z</p>"
    assert SAFETY.items() <= dict(response.getheaders()).items()
    assert "Python" not in response.getheader("Server", "")
    connection.request("HEAD", "/")
    assert connection.getresponse().read() == b""
    connection.close()


def test_a_taken_port_is_an_error_with_words(server, snapshots):
    with pytest.raises(OSError, match="in use"):
        open_server(snapshots, server.server_port)
