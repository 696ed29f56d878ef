"""Tracing: /tracing/..."""

from django.urls import path

from onward.tracing import views

app_name = "tracing"
urlpatterns = [
    path("", views.see_pairs, name="see_pairs"),
    path("<str:case>/relatives/", views.see_family, name="see_family"),
    path("<str:case>/relatives/seek/", views.seek_relative, name="seek_relative"),
    path("<str:case>/relatives/agree/", views.agree_telling, name="agree_telling"),
    path("<str:case>/relatives/end/", views.end_telling, name="end_telling"),
    path("<str:case>/relatives/<str:sought>/end/", views.end_search, name="end_search"),
    path("<str:case>/<str:other>/", views.see_pair, name="see_pair"),
    path("<str:case>/<str:other>/same/", views.propose_same, name="propose_same"),
    path("<str:case>/<str:other>/confirm/", views.confirm_same, name="confirm_same"),
    path("<str:case>/<str:other>/part/", views.part_files, name="part_files"),
    path("<str:case>/<str:other>/not-same/", views.note_not_same, name="note_not_same"),
    path("<str:case>/<str:other>/tell/", views.tell_relatives, name="tell_relatives"),
    path("<str:case>/<str:other>/open/", views.open_names, name="open_names"),
    path("<str:case>/<str:other>/names/<str:opening>/", views.see_names, name="see_names"),
]
