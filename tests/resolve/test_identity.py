from graphbuild.resolve.identity import Identities


def test_two_rows_are_never_joined_and_the_path_is_told():
    same = Identities()
    assert same.join("id:a", "name:acme", "alias") is None
    assert same.join("id:b", "name:apex", "alias") is None
    assert same.join("name:apex", "name:middle", "judged") is None
    refusal = same.join("name:middle", "name:acme", "judged")
    assert refusal is not None
    assert refusal.apart == ("id:b", "id:a")
    assert [(link.left, link.right) for link in refusal.path] == [
        ("id:b", "name:apex"),
        ("name:apex", "name:middle"),
        ("name:middle", "name:acme"),
        ("id:a", "name:acme"),
    ]
    assert same.root("id:a") != same.root("id:b")


def test_two_filers_of_the_sec_are_never_joined():
    same = Identities()
    same.join("name:acme", "cik:1", "document")
    refusal = same.join("name:acme", "cik:2", "document")
    assert refusal is not None
    assert "two filers" in str(refusal)


def test_what_was_judged_different_stays_apart_through_any_chain():
    same = Identities()
    same.keep_apart("name:a", "name:d", "were judged different")
    assert same.join("name:a", "name:b", "x") is None
    assert same.join("name:c", "name:d", "x") is None
    refusal = same.join("name:b", "name:c", "x")
    assert refusal is not None
    assert set(refusal.apart) == {"name:a", "name:d"}
    assert "judged different" in str(refusal)


def test_joining_twice_changes_nothing():
    same = Identities()
    same.join("name:a", "name:b", "x")
    assert same.join("name:b", "name:a", "y") is None
    assert same.members("name:a") == ["name:a", "name:b"]
    assert [link.reason for link in same.path("name:a", "name:b")] == ["x"]


def test_points_that_nothing_joins_have_no_path():
    assert Identities().path("name:a", "name:b") == ()
