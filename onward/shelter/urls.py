from django.urls import path

from onward.shelter import views
from onward.shelter.views import diary

app_name = "shelter"
urlpatterns = [
    path("", views.boards, name="boards"),
    path("sites/<str:site>/", views.board, name="board"),
    path("blocks/<str:block>/", views.block, name="block"),
    path("blocks/<str:block>/place/", views.place, name="place"),
    path("blocks/<str:block>/hold/", views.hold_places, name="hold_places"),
    path("places/<str:place>/release/", views.release_place, name="release_place"),
    path("cases/<str:case>/place/", views.assign_place, name="assign_place"),
    path("cases/<str:case>/apart/", views.see_apart, name="see_apart"),
    path("cases/<str:case>/apart/keep/", views.keep_apart, name="keep_apart"),
    path("apart/<str:apart>/end/", views.end_keeping_apart, name="end_keeping_apart"),
    path("cases/<str:case>/care/", views.arrange_care, name="arrange_care"),
    path("sites/<str:site>/roster/", views.take_roster, name="take_roster"),
    path("sites/<str:site>/scan/", views.scan_presence, name="scan_presence"),
    path("sites/<str:site>/missed/", views.set_absence_limit, name="set_absence_limit"),
    path("cases/<str:case>/absence/", views.end_absence, name="end_absence"),
    path("cases/<str:case>/move/", views.note_move, name="note_move"),
    path("moves/<str:move>/answer/", views.answer_move, name="answer_move"),
    path("sites/<str:site>/incident/", views.record_incident, name="record_incident"),
    path("incidents/<str:incident>/", views.follow_incident, name="follow_incident"),
    path("sites/<str:site>/standards/", views.see_standards, name="see_standards"),
    path("sites/<str:site>/standards/note/", views.note_measure, name="note_measure"),
    path("sites/<str:site>/calendar/plan/", diary.plan_occasion, name="plan_occasion"),
    path("calendar/<str:occasion>/cancel/", diary.cancel_occasion, name="cancel_occasion"),
    path("sites/<str:site>/calendar/follow/", diary.open_feed, name="open_feed"),
    path("calendar/feeds/<str:feed>/stop/", diary.stop_feed, name="stop_feed"),
    path("staff/<str:staff>/calendars/stop/", diary.stop_feeds, name="stop_feeds"),
    path("sites/<str:site>/committee/", diary.see_committee, name="see_committee"),
    path("sites/<str:site>/committee/note/", diary.note_meeting, name="note_meeting"),
    path("committee/promises/<str:promise>/", diary.answer_promise, name="answer_promise"),
    path("safety/", views.see_safety, name="see_safety"),
    path("transfers/", views.transfers, name="transfers"),
    path("transfers/send/", views.send_transfer, name="send_transfer"),
    path("transfers/<str:group>/receive/", views.receive_transfer, name="receive_transfer"),
    path("transfers/<str:group>/cancel/", views.cancel_transfer, name="cancel_transfer"),
]
