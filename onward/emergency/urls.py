"""Files opened in an emergency: /emergencies/..."""

from django.urls import path

from onward.emergency import views

app_name = "emergency"
urlpatterns = [
    path("", views.see_openings, name="see_openings"),
    path("<str:case>/ask/", views.ask_opening, name="ask_opening"),
    path("<str:case>/<str:asked>/", views.see_opening, name="see_opening"),
    path("<str:case>/<str:asked>/agree/", views.confirm_opening, name="confirm_opening"),
    path("<str:case>/<str:asked>/refuse/", views.refuse_opening, name="refuse_opening"),
    path("<str:case>/<str:asked>/open/", views.open_file, name="open_file"),
    path("<str:case>/<str:asked>/review/", views.review_opening, name="review_opening"),
    path("<str:case>/<str:asked>/file/<str:look>/", views.see_file, name="see_file"),
]
