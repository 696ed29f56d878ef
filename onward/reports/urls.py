"""The whole picture: /reports/..."""

from django.urls import path

from onward.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.see_waits, name="see_waits"),
    path("calendar", views.see_calendar, name="see_calendar"),
    path("calendar/<str:token>.ics", views.calendar_feed, name="calendar_feed"),
    path("days", views.see_account, name="see_account"),
    path("headcount", views.see_picture, name="see_picture"),
    path("departures", views.see_departures, name="see_departures"),
    path("forecasts", views.see_promises, name="see_promises"),
]
