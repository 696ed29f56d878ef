"""What is owed: /waiting/..."""

from django.urls import path

from onward.waiting import views

app_name = "waiting"
urlpatterns = [
    path("", views.see_matters, name="see_matters"),
    path("ways/", views.see_ways, name="see_ways"),
    path("clocks/", views.see_clocks, name="see_clocks"),
    path("clocks/date/", views.confirm_date, name="confirm_date"),
    path("<str:case>/<str:matter>/late/", views.explain_overrun, name="explain_overrun"),
    path("<str:case>/<str:matter>/block/", views.declare_block, name="declare_block"),
    path("<str:case>/<str:matter>/lift/", views.lift_block, name="lift_block"),
    path("<str:case>/<str:matter>/hand/", views.hand_matter, name="hand_matter"),
    path("of/<str:staff>/release/", views.release_matters, name="release_matters"),
]
