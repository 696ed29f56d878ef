"""Against lifelines 0.30.3 and crepes 0.9.1; `oracle.py` made the numbers."""

import json
from pathlib import Path

import numpy as np

from onward.forecast import aalen_johansen, kaplan_meier
from onward.forecast.tests.oracle import APART, CAUSES, RESIDUALS, WAITS

TOLD = json.loads(Path(__file__).with_name("oracle.json").read_text())
CLOSE = 1e-9


def test_kaplan_and_meier_agree_with_lifelines():
    curve = kaplan_meier(np.array(WAITS, float), np.array(CAUSES) > 0)
    for at, share in TOLD["kaplan_meier"].items():
        assert abs(float(curve.after(float(at))) - share) <= CLOSE


def test_aalen_and_johansen_agree_with_lifelines():
    times, told = aalen_johansen(np.array(APART, float), np.array(CAUSES), 3)
    assert times.tolist() == TOLD["times"][1:]
    for cause in (1, 2, 3):
        assert np.abs(told[:, cause - 1] - TOLD["aalen_johansen"][str(cause)][1:]).max() <= CLOSE


def test_conformal_bounds_agree_with_crepes():
    curve = kaplan_meier(np.array(RESIDUALS), np.ones(len(RESIDUALS), bool), beyond=1.0)
    assert np.abs(curve.quantile(np.array([0.8, 0.9])) - TOLD["crepes"]).max() <= CLOSE
