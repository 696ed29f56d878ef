from django.urls import path

from onward.care import views

app_name = "care"
urlpatterns = [
    path("cases/<str:case>/questions/", views.note_question, name="note_question"),
    path("questions/<str:question>/answer/", views.answer_question, name="answer_question"),
    path("cases/<str:case>/needs/<str:need>/met/", views.meet_need, name="meet_need"),
]
