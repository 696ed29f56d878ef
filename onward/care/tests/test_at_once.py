"""Two case workers answer the same question at the same moment: one answer stands, the other learns whose."""

import threading

from django.db import connection

from onward.care.actions import answer_question, note_question
from onward.care.models import Question
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from tests.housing import arrive


def test_one_answer_stands(programme, cast):
    question, refused, start = new_id(), [], threading.Barrier(2)
    note_question(cast.sami, case=arrive(programme, cast, site=cast.east), words="Until when?", entry=question)

    def answer(words):
        start.wait()
        try:
            answer_question(cast.sami, question=question, words=words, entry=new_id())
        except RuleBroken as broken:
            refused.append(broken.sentence)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(words,)) for words in ("Until Monday.", "Nobody knows.")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == ["Sami has answered this question already."]
    assert Question.objects.get().answer in ("Until Monday.", "Nobody knows.")
