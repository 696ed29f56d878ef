"""Reviews of stay: /reviews/..."""

from django.urls import path

from onward.oversight import views

app_name = "oversight"
urlpatterns = [
    path("", views.see_reviews, name="see_reviews"),
    path("<str:case>/", views.see_review, name="see_review"),
    path("<str:case>/reviewer/", views.assign_reviewer, name="assign_reviewer"),
    path("<str:case>/held/", views.hold_review, name="hold_review"),
    path("<str:case>/decide/", views.decide_review, name="decide_review"),
    path("<str:case>/tell/", views.tell_decision, name="tell_decision"),
]
