from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.keys import content_id, slug


def test_slug_keeps_what_tells_vehicles_apart():
    assert slug("CoreWeave Compute Acquisition Co. IV, LLC") != slug(
        "CoreWeave Compute Acquisition Co. V, LLC"
    )
    assert slug("Société Générale S.A.") == "societe-generale-s-a"


def test_id_is_the_hash_of_its_parts():
    assert content_id("deal", "a", "bc") == content_id("deal", "a", "bc")
    assert content_id("deal", "a", "bc") != content_id("deal", "ab", "c")


@given(st.text())
def test_slug_is_plain_and_stable(text):
    assert slug(slug(text)) == slug(text)
    assert slug(text).isascii()
