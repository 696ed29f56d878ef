"""The whole picture: /reports/..."""

from django.urls import path

from onward.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.see_waits, name="see_waits"),
    path("days", views.see_account, name="see_account"),
    path("headcount", views.see_picture, name="see_picture"),
    path("departures", views.see_departures, name="see_departures"),
    path("forecasts", views.see_promises, name="see_promises"),
]
