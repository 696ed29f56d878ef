from django.conf import settings
from django.urls import include, path

from onward.access.views import granting, own, passkeys, staff

of_access = [
    path("account", own.see_account, name="see_account"),
    path("sign-in/limits", own.see_limits, name="see_limits"),
    path("account/sign-out-everywhere", own.end_own_sessions, name="end_own_sessions"),
    path("account/passkeys/remove", passkeys.remove_passkey, name="remove_passkey"),
    path("staff", staff.see_staff, name="see_staff"),
    path("staff/add", staff.add_staff, name="add_staff"),
    path("staff/given", granting.see_grants, name="see_grants"),
    path("staff/<str:staff>/asked/<str:grant>/agree", granting.confirm_grant, name="confirm_grant"),
    path("staff/<str:staff>/asked/<str:grant>/refuse", granting.refuse_grant, name="refuse_grant"),
    path("staff/<str:staff>/asked/<str:grant>/take-back", granting.take_back_grant, name="take_back_grant"),
    path("staff/<str:staff>", staff.see_staff_member, name="see_staff_member"),
    path("staff/<str:staff>/change", staff.change_staff, name="change_staff"),
    path("staff/<str:staff>/renew", staff.renew_access, name="renew_access"),
    path("staff/<str:staff>/sign-out", staff.end_sessions, name="end_sessions"),
]

if settings.PROGRAMME.oidc:
    from onward.access.views import elsewhere

    of_access += [
        path("sign-in/elsewhere", elsewhere.sign_in_elsewhere, name="sign_in_elsewhere"),
        path("sign-in/elsewhere/back", elsewhere.come_back, name="come_back"),
        path("account/elsewhere", elsewhere.link_elsewhere, name="link_elsewhere"),
    ]

# django-allauth asks for its addresses by these names. What is not here, it does not offer.
urlpatterns = [
    path("sign-in", own.sign_in, name="account_login"),
    path("sign-in/code", own.check_second_step, name="mfa_authenticate"),
    path("sign-in/closed", own.see_inactive, name="account_inactive"),
    path("sign-out", own.sign_out, name="account_logout"),
    path("account", own.see_account, name="mfa_index"),
    path("account/password", own.choose_password, name="account_change_password"),
    path("account/confirm", own.confirm_password, name="account_reauthenticate"),
    path("account/confirm/code", own.confirm_code, name="mfa_reauthenticate"),
    path("account/confirm/passkey", own.confirm_passkey, name="mfa_reauthenticate_webauthn"),
    path("account", own.see_account, name="mfa_list_webauthn"),
    path("account/passkeys/add", own.add_passkey, name="mfa_add_webauthn"),
    path("account/second-step", own.start_second_step, name="mfa_activate_totp"),
    path("account/second-step/stop", own.stop_second_step, name="mfa_deactivate_totp"),
    path("account/codes", own.see_codes, name="mfa_view_recovery_codes"),
    path("account/codes/new", own.make_codes, name="mfa_generate_recovery_codes"),
    path("", include((of_access, "access"))),
]
