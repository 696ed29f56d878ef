from django.urls import path

from onward.care import views

app_name = "care"
urlpatterns = [
    path("cases/<str:case>/", views.see_care, name="see_care"),
    path("cases/<str:case>/questions/", views.note_question, name="note_question"),
    path("questions/<str:question>/answer/", views.answer_question, name="answer_question"),
    path("cases/<str:case>/needs/", views.note_need, name="note_need"),
    path("cases/<str:case>/needs/<str:need>/met/", views.meet_need, name="meet_need"),
    path("cases/<str:case>/referrals/", views.send_referral, name="send_referral"),
    path("referrals/<str:referral>/answer/", views.answer_referral, name="answer_referral"),
    path("referrals/<str:referral>/done/", views.finish_referral, name="finish_referral"),
    path("referrals/<str:referral>/helped/", views.ask_helped, name="ask_helped"),
    path("referrals/<str:referral>/back/", views.withdraw_referral, name="withdraw_referral"),
    path("cases/<str:case>/child/", views.assess_child, name="assess_child"),
    path("cases/<str:case>/account/", views.see_account, name="see_account"),
    path("cases/<str:case>/account/told/", views.note_account, name="note_account"),
    path("sites/<str:site>/services/", views.see_services, name="see_services"),
    path("sites/<str:site>/services/new/", views.offer_service, name="offer_service"),
    path("services/<str:service>/change/", views.change_service, name="change_service"),
    path("services/<str:service>/end/", views.end_service, name="end_service"),
]
