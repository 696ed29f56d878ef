"""What no file may leave out, whoever wrote it: it is refused before anybody walks that way."""

from pathlib import Path

import pytest

from onward.pathway import PathwayError, read

STEPS = {
    "heard": ("", "case_worker"),
    "best_interests_determined": ("heard", "case_worker"),
    "consented": ("best_interests_determined", "case_worker"),
    "return_checked": ("consented", "case_worker"),
    "exit_authorised": ("return_checked", "custody_officer"),
    "departed": ("exit_authorised", "liaison"),
    "arrived": ("departed", "liaison"),
}
HEAD = 'title = "Fast"\nends = { otherwise = "returned" }\n[stages]\non = "On"\n'


def fast(folder: Path, *, without: str = "", **said: str) -> Path:
    """A whole way of a programme's own; a step of it left out, or its keys said otherwise."""
    text = HEAD
    for id_, (need, holder) in STEPS.items():
        needs = STEPS[without][0] if need == without and without else need
        if id_ != without:
            keys = {"needs": f'["{needs}"]' if needs else "[]", "holder": f'["{holder}"]'} | {
                key.removeprefix(f"{id_}__"): value for key, value in said.items() if key.startswith(f"{id_}__")
            }
            text += f'[[step]]\nid = "{id_}"\nstage = "on"\ntitle = "T"\nsay = "S"\n'
            text += "".join(f"{key} = {value}\n" for key, value in keys.items())
    path = folder / "fast.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_way_of_ones_own_may_be_short(tmp_path: Path) -> None:
    assert [step.id for step in read(fast(tmp_path)).steps] == list(STEPS)


@pytest.mark.parametrize(
    ("without", "said", "why"),
    [
        ("return_checked", {}, "two people have found it safe"),
        ("best_interests_determined", {}, "best interests are determined"),
        ("", {"return_checked__when": '{ wish = ["home"] }'}, "two people have found it safe"),
        ("", {"return_checked__unless": '{ nationality = ["refused"] }'}, "two people have found it safe"),
        ("", {"best_interests_determined__when": '{ age = ["child"] }'}, "somebody of .*in_doubt"),
        ("", {"best_interests_determined__unless": '{ wish = ["home"] }'}, "best interests are determined"),
        ("", {"departed__needs": "[]"}, "two people have found it safe|best interests are determined"),
        ("", {"consented__needs": '["heard"]'}, "best interests are determined"),
        ("", {"exit_authorised__holder": '["site_manager"]'}, "The custody officer decides"),
        ("", {"return_checked__holder": '["custody_officer"]'}, "and nothing else"),
    ],
)
def test_no_way_leaves_out_what_protects(tmp_path: Path, without: str, said: dict[str, str], why: str) -> None:
    with pytest.raises(PathwayError, match=why):
        read(fast(tmp_path, without=without, **said))
