from hypothesis import given
from hypothesis import strategies as st

from onward.names import fold


def test_the_ways_to_type_one_name_fold_to_one():
    assert fold("Amīna  el-Ḥasan") == fold("AMINA EL HASAN") == "amina el hasan"
    assert fold("أمِينة الحسن") == fold("امينه الحسن")
    assert fold("Gʻulom") == fold("G‘ulom") == fold("Gulom")
    assert fold("İpek Işık") == fold("ipek isik")


def test_scripts_and_letters_stay_apart():
    assert fold("Амина") != fold("Amina")
    assert fold("Сергей") != fold("Серген")


def test_marks_of_direction_say_nothing():
    assert fold("\u202eAmina\u202c \u200fHasan\u200e") == "amina hasan"


def test_what_is_not_a_name_folds_to_nothing_or_to_its_letters():
    assert fold("") == fold("😀 -- ''") == fold("\x00\u200b") == ""
    assert fold("'; DROP TABLE x; --") == "drop table x"
    assert len(fold("ﷺ" * 10_000)) <= 200


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)
