from django.urls import path

from onward.courses import views

app_name = "courses"
urlpatterns = [
    path("", views.see_courses, name="see_courses"),
    path("start/", views.start_course, name="start_course"),
    path("week/", views.see_week, name="see_week"),
    path("talks/", views.see_talks, name="see_talks"),
    path("talks/note/", views.note_talk, name="note_talk"),
    path("of/<str:case>/", views.see_answers, name="see_answers"),
    path("of/<str:case>/<str:course>/offer/", views.offer_course, name="offer_course"),
    path("of/<str:case>/<str:course>/answer/", views.note_answer, name="note_answer"),
    path("of/<str:case>/<str:course>/child/", views.judge_child_teaching, name="judge_child_teaching"),
    path("of/<str:case>/<str:course>/certificate/", views.give_certificate, name="give_certificate"),
    path("letters/<str:case>/<str:certificate>/", views.see_certificate, name="see_certificate"),
    path("letters/<str:case>/<str:certificate>/name/", views.open_certificate, name="open_certificate"),
    path(
        "letters/<str:case>/<str:certificate>/<str:opening>/", views.see_named_certificate, name="see_named_certificate"
    ),
    path("<str:course>/", views.see_course, name="see_course"),
    path("<str:course>/change/", views.change_course, name="change_course"),
    path("<str:course>/end/", views.end_course, name="end_course"),
    path("<str:course>/sessions/", views.plan_sessions, name="plan_sessions"),
    path("<str:course>/sessions/<str:session>/", views.take_attendance, name="take_attendance"),
    path("<str:course>/sessions/<str:session>/scan/", views.scan_attendance, name="scan_attendance"),
    path("<str:course>/sessions/<str:session>/cancel/", views.cancel_session, name="cancel_session"),
]
