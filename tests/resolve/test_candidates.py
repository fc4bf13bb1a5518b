from graphbuild.resolve.candidates import find_candidates, is_other_in_series
from graphbuild.resolve.names import name_key
from tests.factories import entity


def proposed(name, *known):
    keys = {name_key(other): other for other in known}
    return find_candidates([(name_key(name), entity("unknown", name))], keys)


def test_a_candidate_says_which_words_agree_and_which_do_not():
    (found,) = proposed("Blue Owl Capital Holdings", "Blue Owl Capital", "Red Hawk Partners")
    assert found.candidate_id == "Blue Owl Capital"
    assert found.reason == "both have 'blue capital owl'; only the unknown has 'holdings'"


def test_a_misspelt_name_is_proposed():
    (found,) = proposed("Coreweeve Inc", "CoreWeave, Inc.", "Coreone Ltd")
    assert found.candidate_id == "CoreWeave, Inc."


def test_vehicles_of_one_series_are_not_proposed_for_each_other():
    assert is_other_in_series("harbor acquisition iv", "harbor acquisition vii")
    assert not proposed("Harbor Acquisition Co. VIII", "Harbor Acquisition Co. VII")


def test_one_number_against_none_is_no_other_in_a_series():
    assert not is_other_in_series("harbor acquisition", "harbor acquisition vii")


def test_a_crowd_of_names_that_begin_alike_hides_no_misspelling():
    starts = [first + second for first in "bdfgk" for second in "aeiou"]
    crowd = [f"Harbor {start}{end}m Lending" for start in starts for end in starts if start != end]
    assert len(crowd) > 400
    (best, *_) = proposed("Harbor Bulretr Lending", "Harbor Bulret Lending", *crowd)
    assert best.candidate_id == "Harbor Bulret Lending"
