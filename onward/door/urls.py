"""The resident's own pages. No address names a case: the card alone says whose page it is."""

from django.urls import path

from onward.door import views

app_name = "door"
urlpatterns = [
    path("", views.sign_in, name="sign_in"),
    path("way", views.see_way, name="see_way"),
    path("questions", views.ask_question, name="ask_question"),
    path("challenge", views.challenge_liberty, name="challenge_liberty"),
    path("challenge/back", views.take_back_challenge, name="take_back_challenge"),
    path("wish", views.take_back_wish, name="take_back_wish"),
    path("consents", views.take_back_consent, name="take_back_consent"),
    path("help", views.see_help, name="see_help"),
    path("help/back", views.take_back_referral, name="take_back_referral"),
    path("account/lawyer", views.open_account, name="open_account"),
    path("account/back", views.shut_account, name="shut_account"),
    path("erase", views.ask_own_erasure, name="ask_own_erasure"),
    path("keep", views.take_back_erasure, name="take_back_erasure"),
    path("calendar", views.see_calendar, name="see_calendar"),
    path("committee", views.see_committee, name="see_committee"),
    path("move", views.ask_move, name="ask_move"),
    path("courses", views.answer_course, name="answer_course"),
    path("relatives", views.see_relatives, name="see_relatives"),
    path("relatives/seek", views.seek_own_relative, name="seek_own_relative"),
    path("relatives/agree", views.agree_own_telling, name="agree_own_telling"),
    path("relatives/end", views.end_own_telling, name="end_own_telling"),
    path("relatives/stop", views.end_own_search, name="end_own_search"),
    path("given", views.see_given, name="see_given"),
    path("courses/letter", views.fetch_certificate, name="fetch_certificate"),
    path("plan", views.write_goal, name="write_goal"),
    path("plan/read", views.allow_reading, name="allow_reading"),
    path("plan/stop", views.stop_reading, name="stop_reading"),
    path("leave", views.leave, name="leave"),
    path("tell", views.tell_oversight, name="tell_oversight"),
    path("tell/words", views.keep_words, name="keep_words"),
    path("tell/answers", views.answers, name="answers"),
    path("tell/paper", views.paper, name="paper"),
    path("notice", views.see_notice, name="see_notice"),
    path("lock", views.lock, name="lock"),
    path("month", views.month, name="month"),
]
