"""Every address on oversight's own machine."""

from django.urls import path
from django.views.i18n import set_language

from onward.watch import views

urlpatterns = [
    path("language", set_language, name="set_language"),
    path("", views.sites, name="sites"),
    path("open", views.open_here, name="open"),
    path("shut", views.shut, name="shut"),
    path("key", views.key_file, name="key_file"),
    path("feeds", views.take_feed, name="take_feed"),
    path("answers/<str:node>", views.write_answers, name="write_answers"),
    path("complaints", views.complaints, name="complaints"),
    path("complaints/<str:node>/<str:digest>", views.complaint, name="complaint"),
    path("interviews", views.interviews, name="interviews"),
    path("openings", views.openings, name="openings"),
    path("reviews", views.reviews, name="reviews"),
]
