"""How long files are kept, and erasures: /keeping/..."""

from django.urls import path

from onward.erasure import views

app_name = "erasure"
urlpatterns = [
    path("", views.see_erasures, name="see_erasures"),
    path("<str:case>/", views.see_keeping, name="see_keeping"),
    path("<str:case>/ask/", views.ask_erasure, name="ask_erasure"),
    path("<str:case>/agree/", views.confirm_erasure, name="confirm_erasure"),
    path("<str:case>/stop/", views.stop_erasure, name="stop_erasure"),
    path("<str:case>/longer/", views.keep_longer, name="keep_longer"),
    path("<str:case>/hold/", views.hold_file, name="hold_file"),
    path("<str:case>/release/", views.release_file, name="release_file"),
]
