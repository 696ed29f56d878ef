"""Run as `python oracle.py > oracle.json` in an environment that has lifelines and crepes; test_oracle reads it.

Neither is in the requirements: together they bring some four hundred megabytes and twenty packages for three checks.
"""

import json
import sys

WAITS = [5, 3, 9, 9, 14, 2, 2, 30, 21, 7, 7, 7, 18, 40, 11, 26, 1, 33, 16, 12]
CAUSES = [1, 0, 2, 1, 0, 1, 1, 0, 3, 2, 1, 0, 1, 0, 3, 1, 1, 2, 0, 1]
APART = [(13 * n) % 41 + 1 for n in range(20)]  # no ties: the fitter would shake them apart by chance
RESIDUALS = [((7 * n) % 101) / 10 for n in range(1, 58)]


def main() -> None:
    from crepes import ConformalRegressor
    from lifelines import AalenJohansenFitter, KaplanMeierFitter
    from numpy import array

    curve = KaplanMeierFitter().fit(WAITS, [cause > 0 for cause in CAUSES]).survival_function_["KM_estimate"]
    ways = {}
    for cause in (1, 2, 3):
        fitted = AalenJohansenFitter(calculate_variance=False)
        ways[cause] = fitted.fit(array(APART, dtype=float), array(CAUSES), event_of_interest=cause)
    told = {
        "kaplan_meier": {str(int(at)): share for at, share in curve.items()},
        "aalen_johansen": {str(c): [float(v) for v in w.cumulative_density_.iloc[:, 0]] for c, w in ways.items()},
        "times": [float(t) for t in ways[1].cumulative_density_.index],
    }
    regressor = ConformalRegressor().fit(residuals=array(RESIDUALS))
    reach = [regressor.predict_int(array([0.0]), confidence=share)[0, 1] for share in (0.8, 0.9)]
    sys.stdout.write(json.dumps({**told, "crepes": [float(r) for r in reach]}))


if __name__ == "__main__":
    main()
