from django.urls import path

from onward.shelter import views

app_name = "shelter"
urlpatterns = [
    path("", views.boards, name="boards"),
    path("sites/<str:site>/", views.board, name="board"),
    path("blocks/<str:block>/", views.block, name="block"),
    path("cases/<str:case>/place/", views.assign_place, name="assign_place"),
    path("transfers/", views.transfers, name="transfers"),
    path("transfers/send/", views.send_transfer, name="send_transfer"),
    path("transfers/<str:group>/receive/", views.receive_transfer, name="receive_transfer"),
    path("transfers/<str:group>/cancel/", views.cancel_transfer, name="cancel_transfer"),
]
