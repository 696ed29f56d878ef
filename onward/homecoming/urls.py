from django.urls import path

from onward.homecoming import views

app_name = "homecoming"
urlpatterns = [
    path("exits/", views.exits, name="exits"),
    path("letters/", views.see_letters, name="see_letters"),
    path("convoys/", views.see_convoys, name="see_convoys"),
    path("convoys/plan/", views.plan_convoy, name="plan_convoy"),
    path("convoys/<str:convoy>/", views.see_convoy, name="see_convoy"),
    path("convoys/<str:convoy>/change/", views.change_convoy, name="change_convoy"),
    path("convoys/<str:convoy>/cancel/", views.cancel_convoy, name="cancel_convoy"),
    path("convoys/<str:convoy>/seats/", views.put_on_convoy, name="put_on_convoy"),
    path("convoys/<str:convoy>/seats/back/", views.take_off_convoy, name="take_off_convoy"),
    path("convoys/<str:convoy>/told/", views.tell_travellers, name="tell_travellers"),
    path("convoys/<str:convoy>/departure/", views.depart_convoy, name="depart_convoy"),
    path("convoys/<str:convoy>/handover/", views.hand_over_convoy, name="hand_over_convoy"),
    path("convoys/<str:convoy>/sheet/", views.see_handover_sheet, name="see_handover_sheet"),
    path("<str:case>/", views.way, name="way"),
    path("<str:case>/wish/", views.record_wish, name="record_wish"),
    path("<str:case>/wish/withdraw/", views.withdraw_wish, name="withdraw_wish"),
    path("<str:case>/consent/", views.record_consent, name="record_consent"),
    path("<str:case>/consent/withdraw/", views.withdraw_consent, name="withdraw_consent"),
    path("<str:case>/contact/", views.check_contact, name="check_contact"),
    path("<str:case>/nationality/", views.ask_nationality, name="ask_nationality"),
    path("<str:case>/answer/", views.record_answer, name="record_answer"),
    path("<str:case>/appeal/", views.appeal_refusal, name="appeal_refusal"),
    path("<str:case>/letter/", views.send_letter, name="send_letter"),
    path("<str:case>/reply/", views.record_reply, name="record_reply"),
    path("<str:case>/papers/", views.record_papers, name="record_papers"),
    path("<str:case>/return/", views.check_return, name="check_return"),
    path("<str:case>/exit/authorise/", views.authorise_exit, name="authorise_exit"),
    path("<str:case>/exit/refuse/", views.refuse_exit, name="refuse_exit"),
    path("<str:case>/departure/", views.record_departure, name="record_departure"),
    path("<str:case>/handover/", views.record_handover, name="record_handover"),
    path("<str:case>/arrival/", views.confirm_arrival, name="confirm_arrival"),
]
