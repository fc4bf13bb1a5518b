"""robots.txt as RFC 9309 has it, and sites that have none or are down."""

import time

import pytest

from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.robots import Robots, is_allowed, parse_robots
from tests.fixtures.edgar import Fault

RULES = """\ufeff# a comment
User-agent: otherbot
Disallow: /

User-agent: *
User-agent: somebody
Disallow: /private/   # with a comment
Disallow: /*.pdf$
Disallow: /a*b*c
Allow: /private/press
Crawl-delay: 3
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/press/1", True),
        ("/privat", True),
        ("/report.pdf", False),
        ("/report.pdf?x=1", True),
        ("/a-b-c", False),
        ("/a-c-b", True),
        ("/%70rivate/x", False),
    ],
)
def test_the_longest_rule_decides(path, expected):
    assert is_allowed(parse_robots(RULES), path) is expected


def test_a_group_of_ours_stands_in_place_of_everybodys():
    text = "User-agent: *\nDisallow: /\n\nUser-agent: GraphBuild/1.0\nDisallow: /no\n"
    assert is_allowed(parse_robots(text), "/yes")
    assert not is_allowed(parse_robots(text), "/no")
    assert parse_robots("User-agent: graphbuilder\nDisallow: /") == ()


@pytest.mark.parametrize("text", ["", "hello", "Disallow: /", "User-agent: *\n", "\0\xff"])
def test_what_holds_no_rule_forbids_nothing(text):
    assert is_allowed(parse_robots(text), "/any")


def test_a_hostile_rule_costs_no_time():
    rules = parse_robots("User-agent: *\nDisallow: /" + "*a" * 5_000 + "$")
    started = time.perf_counter()
    assert is_allowed(rules, "/" + "a" * 4_000 + "b")
    assert time.perf_counter() - started < 1


def test_rules_are_asked_for_once_a_site(edgar, client):
    edgar.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /secret")
    robots = Robots(client)
    assert robots.refusal(f"{edgar.url}/open") == ""
    assert "does not allow" in robots.refusal(f"{edgar.url}/secret/1")
    assert len(edgar.paths("robots.txt")) == 1


def test_a_site_without_rules_is_read_and_one_that_is_down_is_not(edgar, client):
    assert Robots(client).refusal(f"{edgar.url}/open") == ""
    edgar.faults.append(Fault(kind="status", value="500"))
    with pytest.raises(RequestError, match="cannot be had now") as caught:
        Robots(client).refusal(f"{edgar.url}/open")
    assert not caught.value.is_lasting
    edgar.faults[:] = [Fault(kind="status", value="429")]
    with pytest.raises(RequestError, match="cannot be had now"):
        Robots(client).refusal(f"{edgar.url}/open")


@pytest.mark.parametrize("link", ["http://h:port/x", "http://[::1"])
def test_what_is_no_address_is_refused_in_words(client, link):
    with pytest.raises(RequestError) as caught:
        Robots(client).refusal(link)
    assert caught.value.cause is Cause.FORBIDDEN
