from django.urls import path

from onward.places import views

app_name = "places"
urlpatterns = [
    path("", views.see_places, name="see_places"),
    path("organisations/add", views.add_organisation, name="add_organisation"),
    path("organisations/<str:organisation>/change", views.change_organisation, name="change_organisation"),
    path("sites/add", views.add_site, name="add_site"),
    path("sites/<str:site>", views.see_site, name="see_site"),
    path("sites/<str:site>/change", views.change_site, name="change_site"),
    path("sites/<str:site>/blocks/add", views.add_block, name="add_block"),
    path("blocks/<str:block>/change", views.change_block, name="change_block"),
]
