"""A resident's file: /residents/<case>/..."""

from django.urls import path

from onward.cases import views

app_name = "cases"
urlpatterns = [
    path("challenges/", views.challenges, name="challenges"),
    path("openings/", views.see_openings, name="see_openings"),
    path("reminders/", views.see_reminders, name="see_reminders"),
    path("reminders/<str:reminder>/", views.change_reminder, name="change_reminder"),
    path("<str:case>/handover/", views.read_handover, name="read_handover"),
    path("<str:case>/reminder/", views.note_reminder, name="note_reminder"),
    path("<str:case>/identity/note/", views.note_identity, name="note_identity"),
    path("<str:case>/identity/open/", views.open_identity, name="open_identity"),
    path("<str:case>/identity/<str:opening>/", views.see_identity, name="see_identity"),
    path("<str:case>/identity/<str:opening>/withhold/", views.withhold_opening, name="withhold_opening"),
    path("<str:case>/liberty/", views.record_liberty, name="record_liberty"),
    path("<str:case>/challenge/", views.note_challenge, name="note_challenge"),
    path("<str:case>/challenge/heard/", views.hear_challenge, name="hear_challenge"),
    path("<str:case>/challenge/answer/", views.answer_challenge, name="answer_challenge"),
    path("<str:case>/screening/", views.begin_screening, name="begin_screening"),
    path("<str:case>/screening/<str:screening>/", views.end_screening, name="end_screening"),
    path("<str:case>/case-worker/", views.assign_case_worker, name="assign_case_worker"),
    path("<str:case>/family/", views.link_family, name="link_family"),
    path("<str:case>/companion/", views.note_companion, name="note_companion"),
    path("<str:case>/card/", views.issue_card, name="issue_card"),
    path("<str:case>/card/stop/", views.revoke_card, name="revoke_card"),
    path("<str:case>/history/", views.see_history, name="see_history"),
    path("<str:case>/history/<str:wrong>/correct/", views.correct_entry, name="correct_entry"),
    path("<str:case>/history/<str:wrong>/withdraw/", views.withdraw_entry, name="withdraw_entry"),
]
