import gzip

import numpy as np
import pytest

from onward.forecast.log import LogError, log_of, read_log


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "log.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_log(path)

    return write


def test_it_sorts_and_numbers(written):
    log = written("case,activity,ts\nb,go,20\na,come,10\nb,end,30\na,end,40\n")
    assert log.at.tolist() == [10, 20, 30, 40]
    assert [log.cases[c] for c in log.case] == ["a", "b", "b", "a"]
    assert log.last.tolist() == [3, 2]


def test_iso_and_seconds_say_the_same(written):
    log = written(
        "ts,case,activity,extra\n2024-01-01T00:00:00Z,a,x,1\n1704067200,a,y,2\n2024-01-01 02:00+02:00,a,z,3\n"
    )
    assert np.ptp(log.at) == 0
    assert [log.activities[a] for a in log.activity] == ["x", "y", "z"]  # equal times keep the order of the file


def test_a_case_without_an_outcome_is_open_where_outcomes_are_told(written):
    log = written("case,activity,ts,outcome\na,x,1,\na,y,2,home\nb,x,3,\n")
    assert log.last.tolist() == [1, 3]
    assert [log.outcomes[o] for o in log.outcome] == ["home", ""]


def test_a_packed_log_is_read(written):
    assert len(written(gzip.compress(b"case,activity,ts\na,x,1\n"))) == 1


def test_a_mark_at_the_start_and_windows_lines_are_read(written):
    assert len(written("\ufeffcase,activity,ts\r\na,x,1\r\n\r\n")) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "one column named `case`"),
        ("case,activity\na,x\n", "one column named `ts`"),
        ("case,case,activity,ts\na,a,x,1\n", "one column named `case`"),
        ("case,activity,ts\n", "holds no event"),
        ("case,activity,ts\na,x,soon\n", "Row 2 of the log has a `ts` that is neither"),
        ("case,activity,ts\na,x,nan\n", "not between the years"),
        ("case,activity,ts\na,x,1e300\n", "not between the years"),
        ("case,activity,ts\na,x\n", "Row 2 of the log has 2 values"),
        ("case,activity,ts\n,x,1\n", "has no case"),
        ("case,activity,ts\na,,1\n", "has no activity"),
        ('case,activity,ts\n"a,x,1\n', "not comma-separated values"),
        (b"case,activity,ts\n\xff\xfe,x,1\n", "not text in UTF-8"),
        (b"\x1f\x8bno gzip at all", "cannot be read"),
        (gzip.compress(b"case,activity,ts\na,x,1\n" * 99, mtime=0)[:-20], "cannot be read"),
        ('case,activity,ts\n"' + "a" * 200_000 + '",x,1\n', "not comma-separated values"),
        ("case,activity,ts\na,x,1\n=cmd(),\x00,2\n,,\n", None),
    ],
)
def test_what_is_no_log_is_answered_in_a_sentence(written, text, sentence):
    if sentence is None:
        assert len(written(text)) == 2
    else:
        with pytest.raises(LogError, match=sentence):
            written(text)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(LogError, match="cannot be read"):
        read_log(tmp_path / "none.csv")


def test_rows_out_of_time_are_refused():
    with pytest.raises(LogError, match="1900"):
        log_of([("a", "x", float("nan"))])
