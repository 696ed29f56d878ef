import json
import subprocess
import sys

import pytest

from onward.config.cli import main


@pytest.fixture
def log(tmp_path):
    rows = [f"c{n},{'ab'[step]},{1.7e9 + 86400 * (n + step * (n % 7 + 1))}" for n in range(80) for step in (0, 1)]
    path = tmp_path / "log.csv"
    path.write_text("case,activity,ts\n" + "\n".join(rows))
    return str(path)


NAMED = (
    "cases events mae_days median_baseline_mae_days coverage_80 coverage_90 worst_tenth_90 finite_upper_share "
    "median_width_days fit_s_per_20k_events predict_us"
)


def test_it_prints_one_json_object_last(log, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ONWARD_DATA", str(tmp_path / "none"))
    assert main(["forecast", "evaluate", log, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(figures) == NAMED.split()
    assert figures["cases"] == 80
    assert not (tmp_path / "none").exists()


def test_it_reads_well_without_json(log, capsys):
    assert main(["forecast", "evaluate", log]) == 0
    assert "coverage 90" in capsys.readouterr().out


def test_what_is_no_log_is_refused_in_a_sentence(tmp_path, capsys):
    assert main(["forecast", "evaluate", str(tmp_path / "none.csv"), "--json"]) == 1
    assert "The log cannot be read" in capsys.readouterr().err


def test_a_log_too_small_to_split_is_refused(log, capsys):
    assert main(["forecast", "evaluate", log, "--split", "holdout"]) == 1
    assert capsys.readouterr().err == "The log is too small to be split.\n"


def test_the_server_starts_without_numpy():
    asked = "import sys, django; django.setup(); import onward.config.urls; print('numpy' in sys.modules)"
    environment = {"DJANGO_SETTINGS_MODULE": "onward.config.settings", "PYTHONPATH": ".", "PATH": ""}
    answer = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=False)
    assert answer.stdout.strip() == "False", answer.stderr
