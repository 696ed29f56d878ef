"""The scenes of the forms of tracing."""

from onward.cases.actions import note_identity
from onward.tracing.actions import agree_telling, propose_same, seek_relative
from onward.tracing.queries import score
from tests.cast import Cast
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, someone
from tests.programme import Programme
from tests.residents import arrive

NAME = "Zenobia Yuldasheva Mirkovic"


def two_alike(programme: Programme, cast: Cast) -> Ids:
    cases = [someone(programme, cast)["case"], arrive(programme, cast.east, custody=cast.group)]
    for case in cases:
        note_identity(cast.sami, case=case, names=[NAME])
    score()
    return {"case": cases[0], "other": cases[1]}


def proposed(programme: Programme, cast: Cast) -> Ids:
    ids = two_alike(programme, cast)
    propose_same(cast.yara, case=ids["case"], other=ids["other"], words="They look alike.")
    return ids


def seeking(programme: Programme, cast: Cast) -> Ids:
    case = someone(programme, cast)["case"]
    seek_relative(cast.sami, case=case, name=NAME, relation="sister")
    agree_telling(cast.sami, case=case)
    (sought,) = [one[0] for one in programme.sql("SELECT id FROM tracing_sought")]
    return {"case": case, "sought": sought}


def found(programme: Programme, cast: Cast) -> Ids:
    ids = seeking(programme, cast)
    other = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=other, names=[NAME])
    agree_telling(cast.sami, case=other)
    score()
    return {"case": ids["case"], "other": other}


TRACES: dict[str, Scene] = {
    "tracing:propose_same": Scene("yara", two_alike, {"words": "They look alike."}),
    "tracing:confirm_same": Scene("sami", proposed),
    "tracing:part_files": Scene("yara", proposed, {"words": "They are two."}),
    "tracing:note_not_same": Scene("yara", two_alike, {"words": "They are two."}),
    "tracing:tell_relatives": Scene("yara", found),
    "tracing:open_names": Scene("yara", two_alike, {"reason": "Are they one person?"}),
    "tracing:seek_relative": Scene("sami", someone, {"name": NAME, "relation": "sister"}),
    "tracing:agree_telling": Scene("sami", someone),
    "tracing:end_telling": Scene("sami", seeking),
    "tracing:end_search": Scene("sami", seeking),
    "door:seek_own_relative": Scene("resident", someone, {"name": NAME, "relation": "sister"}),
    "door:agree_own_telling": Scene("resident", someone),
    "door:end_own_telling": Scene("resident", seeking),
    "door:end_own_search": Scene("resident", seeking, {"sought": "{sought}"}),
}
"""The name of an address -> its scene."""
