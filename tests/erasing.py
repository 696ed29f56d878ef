"""A file with something in it everywhere, and what is asked of it."""

from datetime import timedelta
from typing import Any

from onward.access.actions import note_reading
from onward.access.rules import Actor
from onward.care.actions import ask_question
from onward.cases.actions import issue_card, note_identity, open_identity
from onward.cases.queries import case_for
from onward.erasure import actions
from onward.erasure.queries import Keeping, keeping_of
from onward.homecoming.tests.story import Story
from onward.kit.ids import new_id
from tests.cast import Cast, resident
from tests.programme import Programme

CANARY = "Canarybird"
AFTER = timedelta(days=15)
"""Beyond the days in which it can be stopped."""


class File(Story):
    """Somebody of whom much is written, each time with a word that nobody else has."""

    def __init__(self, programme: Programme, cast: Cast, name: str = "Quiet Cedar", **more: str) -> None:
        super().__init__(programme, cast, name, **more)
        self.me = resident(self.case)

    def filled(self, word: str = CANARY) -> "File":
        note_identity(self.cast.sami, case=self.case, names=[f"{word} Name"], aliases=[f"{word} Alias"])
        open_identity(self.cast.sami, case=self.case, reason=f"{word} reason")
        issue_card(self.cast.sami, case=self.case)
        self.wish(words=f"{word} wish", informed=f"{word} informed")
        self.consent(body=f"{word} consulate")
        self.judge(self.cast.sami, reasons=f"{word} why", sources=f"{word} source")
        self.judge(self.cast.lina, reasons=f"{word} why too", sources=f"{word} source")
        self.ask()
        self.answer(words=f"{word} answer")
        self.papers(number=f"{word}77", scan=b"%PDF-1.7 " + word.encode() * 50)
        ask_question(self.me, case=self.case, words=f"{word} question", entry=new_id())
        note_reading(self.cast.nadia, case=self.case)
        return self

    @property
    def keeping(self) -> Keeping:
        return keeping_of(case_for(self.cast.nadia, self.case))

    def say(self, act: str, actor: Actor, **said: Any) -> str:
        entry = said.pop("entry", "") or new_id()
        getattr(actions, act)(actor, case=self.case, entry=entry, **said)
        return entry

    def asked(self) -> str:
        entry = new_id()
        actions.ask_own_erasure(self.me, words=f"{CANARY} asks", entry=entry)
        return entry

    def agreed(self) -> str:
        entry = self.asked()
        self.say("confirm_erasure", self.cast.cora, alone=True)
        return entry
