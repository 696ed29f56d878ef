from onward.names import pick
from onward.names.case_names import ADJECTIVES, THINGS

SKIN = {
    "black",
    "white",
    "brown",
    "yellow",
    "red",
    "dark",
    "pale",
    "fair",
    "copper",
    "bronze",
    "ebony",
    "olive",
    "golden",
}
FAITH = {"angel", "cross", "crescent", "lamb", "dove", "holy", "blessed", "faithful", "lotus", "star", "moon"}
WAR = {"falcon", "eagle", "lion", "hawk", "wolf", "arrow", "shield", "spear", "thunder", "storm", "fort", "guard"}
HURT = {"lost", "broken", "waiting", "free", "endless", "strong", "weak", "honest", "loyal", "happy", "lucky", "able"}


def test_there_are_enough_of_both_and_none_twice():
    assert len(set(ADJECTIVES)) == len(ADJECTIVES) >= 200
    assert len(set(THINGS)) == len(THINGS) >= 200
    assert not set(ADJECTIVES) & set(THINGS)


def test_no_word_could_hurt():
    assert not (SKIN | FAITH | WAR | HURT) & (set(ADJECTIVES) | set(THINGS))


def test_a_case_name_is_two_words_drawn_by_lot():
    drawn = {pick(str(lot)) for lot in range(200)}
    assert len(drawn) > 150
    assert all(len(name.split()) == 2 and name.istitle() for name in drawn)
