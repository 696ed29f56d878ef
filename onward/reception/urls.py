"""Arrivals: /arrivals/..."""

from django.urls import path

from onward.reception import views

app_name = "reception"
urlpatterns = [
    path("", views.see_arrivals, name="see_arrivals"),
    path("new/", views.record_arrival, name="record_arrival"),
    path("new/look/", views.look_first, name="look_first"),
    path("<str:group>/", views.see_arrival, name="see_arrival"),
    path("<str:case>/receipt/", views.see_receipt, name="see_receipt"),
]
