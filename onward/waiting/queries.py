from types import SimpleNamespace
from onward.cases.events import Opens
from onward.kit.ids import derived_id
ORDER=["received","housed","heard","consented","contact_checked","nationality_asked","nationality_confirmed","papers","return_checked","exit_authorised","departed","handed_over","arrived"]
def way_after(case, *, done, facts={}, entry_id, **kw):
    opens=tuple(Opens(id=derived_id(entry_id, s), kind="step", what=s) for d in done for s in ORDER[ORDER.index(d)+1:ORDER.index(d)+2])
    return SimpleNamespace(opens=opens, closes=(), facts=dict(facts))
def matters_of(case): return []
