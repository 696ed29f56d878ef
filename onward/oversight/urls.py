"""Reviews of stay, and what oversight is told: /reviews/..."""

from django.urls import path

from onward.oversight import views

app_name = "oversight"
urlpatterns = [
    path("", views.see_reviews, name="see_reviews"),
    path("oversight/", views.see_feed, name="see_feed"),
    path("oversight/key", views.name_key, name="name_key"),
    path("oversight/feed", views.write_feed, name="write_feed"),
    path("oversight/answers", views.take_answers, name="take_answers"),
    path("oversight/interview", views.note_interview, name="note_interview"),
    path("<str:case>/", views.see_review, name="see_review"),
    path("<str:case>/reviewer/", views.assign_reviewer, name="assign_reviewer"),
    path("<str:case>/held/", views.hold_review, name="hold_review"),
    path("<str:case>/decide/", views.decide_review, name="decide_review"),
    path("<str:case>/tell/", views.tell_decision, name="tell_decision"),
]
