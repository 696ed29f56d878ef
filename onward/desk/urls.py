from django.urls import path

from onward.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.front, name="front"),
    path("today", views.today, name="today"),
    path("residents/", views.residents, name="residents"),
    path("residents/<str:case>/", views.case, name="case"),
    path("residents/<str:case>/stood", views.case_stood, name="case_stood"),
    path("list", views.see_daily_list, name="see_daily_list"),
    path("paper/", views.enter_sheet, name="enter_sheet"),
    path("paper/print", views.print_sheets, name="print_sheets"),
    path("paper/<str:printed>/", views.see_sheets, name="see_sheets"),
    path("caseload/", views.see_caseload, name="see_caseload"),
    path("caseload/hand-over", views.hand_over_cases, name="hand_over_cases"),
    path("find", views.find, name="find"),
    path("sheet", views.daily_sheet, name="daily_sheet"),
    path("unexplained", views.unexplained, name="unexplained"),
    path("staff/<str:staff>/end", views.end_staff, name="end_staff"),
    path("phones", views.see_phones, name="see_phones"),
    path("lock", views.lock, name="lock"),
]
