import json

import pytest

from onward.config.cli import main

NAMED = "pool queries recall_at_1 recall_at_10 p50_ms p95_ms build_s rss_mb bytes_per_person"


def evaluated(tmp_path, pool, queries):
    (tmp_path / "pool.tsv").write_text(pool, encoding="utf-8", errors="surrogateescape")
    (tmp_path / "queries.tsv").write_text(queries, encoding="utf-8")
    return main(
        [
            "names",
            "evaluate",
            "--pool",
            str(tmp_path / "pool.tsv"),
            "--queries",
            str(tmp_path / "queries.tsv"),
            "--json",
        ]
    )


def test_the_command_prints_one_json_object_last(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("ONWARD_DATA", str(tmp_path / "none"))
    pool = "a\tسلمى المصري\t1990\tf\na\tUmm Khaled\nb\tИван Сидоров\t\tm\nc\tIvan Sidorov\nd\tIvan Sidorov\n"
    assert evaluated(tmp_path, pool, "a\tSalma Masri\t1991\nd\tIvan Sidorov\t\t\tlatin\nx\tOlga\n") == 0
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(figures) == NAMED.split()
    assert (figures["pool"], figures["queries"]) == (4, 3)
    assert figures["recall_at_1"] == pytest.approx((1 + 1 / 2) / 3, abs=1e-4)  # a tie shares its places
    assert figures["recall_at_10"] == pytest.approx(2 / 3, abs=1e-4)
    assert not (tmp_path / "none").exists()


def test_a_head_quotes_blanks_and_other_line_ends_are_read(tmp_path, capsys):
    pool = "\ufeffid\tname\tbirth_year\tsex\r\n"
    pool += '"a"\t"Olga ""P"" Ivanova"\t"1970"\tF\r\n \t\t\r\nb\tSalma\r\n\r\nc\t\t\t\r\n'
    assert evaluated(tmp_path, pool, "a\tОльга Иванова\t\t\r\nb\tسلمى\t\t\tnote\tmore\r\nc\t\t\t\r\n") == 0
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (figures["pool"], figures["queries"], figures["recall_at_1"]) == (3, 3, 0.6667)


@pytest.mark.parametrize(
    ("pool", "queries", "said"),
    [
        ("a\tSalma\nb\n", "a\tSalma\n", "pool.tsv, line 2: needs id"),
        ("a\tSalma\t19x0\n", "a\tSalma\n", "pool.tsv, line 1: a birth year is four digits"),
        ("a\tSalma\t3000\n", "a\tSalma\n", "pool.tsv, line 1: a birth year is"),
        ("a\tSalma\n", "a\tSalma\t1990\twoman\n", "queries.tsv, line 1: a sex is f, m or empty"),
        (" \tSalma\n", "a\tSalma\n", "pool.tsv, line 1: needs id"),
        ("a\tSal\udcffma\n", "a\tSalma\n", "pool.tsv, line 1: is not text"),
        ("", "a\tSalma\n", "holds no name"),
        ("a\tSalma\n", "\n", "holds no query"),
    ],
)
def test_a_line_that_is_none_is_named(tmp_path, capsys, pool, queries, said):
    assert evaluated(tmp_path, pool, queries) == 1
    assert said in capsys.readouterr().err
