from django.urls import path

from onward.relief import views

app_name = "relief"
urlpatterns = [
    path("", views.see_things, name="see_things"),
    path("exceptions/", views.see_exceptions, name="see_exceptions"),
    path("desk/", views.find_person, name="find_person"),
    path("desk/<str:case>/", views.see_person, name="see_person"),
    path("desk/<str:case>/<str:thing>/", views.serve_at_desk, name="serve_at_desk"),
    path("sites/<str:site>/add/", views.add_thing, name="add_thing"),
    path("sites/<str:site>/counts/", views.see_counts, name="see_counts"),
    path("things/<str:thing>/", views.serve_thing, name="serve_thing"),
    path("things/<str:thing>/change/", views.change_thing, name="change_thing"),
    path("things/<str:thing>/end/", views.end_thing, name="end_thing"),
    path("servings/<str:serving>/family/", views.serve_family, name="serve_family"),
    path("servings/<str:serving>/back/", views.take_back_serving, name="take_back_serving"),
]
