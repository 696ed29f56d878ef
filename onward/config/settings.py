"""Django's settings. One file for every use: what differs from place to place is in the data folder."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from onward.config.folder import DATABASE, DEMO_PASSPHRASE, DEMO_SIGN_INS, data_folder, fingerprint, programme_in
from onward.config.unlocking import session_key
from onward.config.worker import SERVING

ROOT = Path(__file__).resolve().parents[1]
ONWARD_DATA = data_folder()
PROGRAMME = programme_in(ONWARD_DATA)
PROGRAMME_NAME = PROGRAMME.name
CLOCKS = PROGRAMME.clocks
REVIEWS = PROGRAMME.reviews
IDENTITIES = PROGRAMME.identities
CASES = PROGRAMME.cases
LOOKS = PROGRAMME.looks
KEEPING = PROGRAMME.keeping
DEMO = (ONWARD_DATA / DEMO_PASSPHRASE).exists() or (ONWARD_DATA / DEMO_SIGN_INS).exists()

DEBUG = False
# A locked process takes the real key when it is unlocked.
SECRET_KEY = session_key(ONWARD_DATA)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
if PROGRAMME.address:
    ALLOWED_HOSTS.append(PROGRAMME.address.split("//")[-1].split("/")[0].rsplit(":", 1)[0])
    CSRF_TRUSTED_ORIGINS = [PROGRAMME.address.rstrip("/")]
# Where this programme is on the local network; told by the process that opens a door there (`onward.config.lan`).
LAN: Any = None

INSTALLED_APPS = [
    # Lowest floor first: projectors run in this order.
    "onward.ui",
    "onward.journal",
    "onward.access",
    "onward.places",
    "onward.cases",
    "onward.waiting",
    "onward.reception",
    "onward.shelter",
    "onward.care",
    "onward.courses",
    "onward.relief",
    "onward.homecoming",
    "onward.oversight",
    "onward.erasure",
    "onward.emergency",
    "onward.tracing",
    "onward.reports",
    "onward.door",
    "onward.desk",
    # What they stand on.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "csp",
]

MIDDLEWARE = [
    "onward.config.headers.private_headers",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "onward.config.headers.known_methods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onward.access.views.signed_in.with_actor",
    "onward.config.errors.ErrorPages",
]

ROOT_URLCONF = "onward.config.urls"
WSGI_APPLICATION = "onward.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "onward.config.context.programme",
                "onward.access.views.signed_in.signed_in",
                "onward.desk.views.chrome.chrome",
            ]
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "onward.config.sqlcipher",
        "NAME": ONWARD_DATA / DATABASE,
        # The serving process hands connections on from request to request (`onward.config.sqlcipher`).
        "CONN_MAX_AGE": 0 if SERVING in os.environ else None,
        "OPTIONS": {
            # Every write takes the write lock when it begins, so that rules see the present and numbers stay gapless.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-9000"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # What stands on every page in the same words: the links at its head, the languages at its foot.
    "template_fragments": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "fragments"},
    "sessions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "sessions",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

# What the pages' one shape of writing borrows from the floors above it (`ui.writing`).
ENTRY_WRITTEN = "onward.journal.append.written"
ENTRY_CHANGES = "onward.config.changes.changes_for"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic")), ("fr", _("French"))]
LOCALE_PATHS = [ROOT / "ui" / "locale"]
USE_TZ = True

# After an arrival, how many days later somebody asks how they are.
FOLLOW_UP_DAYS = (30, 90, 180)
TIME_ZONE = PROGRAMME.time_zone

# The address changes whenever a file does, so that browsers may keep them for ever.
STATIC_URL = f"/static/{fingerprint(*sorted(ROOT.glob('*/static')))}/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Kept in the encrypted database, and in the memory of the one process that serves, so that a page reads it for free.
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_CACHE_ALIAS = "sessions"
SESSION_COOKIE_NAME = "onward_session"
SESSION_COOKIE_AGE = PROGRAMME.sessions.longest * 60 * 60
SESSION_IDLE_SECONDS = PROGRAMME.sessions.idle * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PROGRAMME.address.startswith("https:")
CSRF_COOKIE_NAME = "onward_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # with the browser it goes: a telephone keeps no sign for a year that it was here
CSRF_FAILURE_VIEW = "onward.config.errors.csrf_failed"
LANGUAGE_COOKIE_NAME = "onward_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
if SESSION_COOKIE_SECURE:  # a browser takes these from this very host alone, and only over TLS
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = (
        f"__Host-{name}" for name in (SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME)
    )
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

PASSWORD_HASHERS = ["onward.access.rules.credentials.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "onward.access.rules.credentials.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "onward.access.rules.credentials.OwnWords", "OPTIONS": {"words": f"onward {PROGRAMME.name}"}},
]

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SESSION_COOKIE_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # without TLS answer loopback and the page that hands out the certificate alone
    "security.W021",  # a name on a camp's own network is in no browser's list
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
FILE_UPLOAD_HANDLERS = ["onward.ui.uploads.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 11_000_000  # a scan of 10 MB and the form around it
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LOGGING_CONFIG = "onward.config.logs.configure"
LOGGING = {"discreet": True}  # Django calls the line above only when this says something

# Sign-in: pseudonyms and passwords; no e-mail, no sign-up.
AUTHENTICATION_BACKENDS = ["onward.access.views.adapter.Accounts"]
AUTH_USER_MODEL = "access.Account"
ACCOUNT_ADAPTER = "onward.access.views.adapter.Pseudonyms"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Counted in this process's memory, by sign-in name and by address; neither is ever written down.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_FORMS = {
    "login": "onward.access.forms.SignInForm",
    "change_password": "onward.access.forms.ChoosePasswordForm",
    "reauthenticate": "onward.access.forms.ConfirmPasswordForm",
}
MFA_ADAPTER = "onward.access.views.adapter.SecondStep"
MFA_TOTP_ISSUER = PROGRAMME.name
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # clocks of cheap phones stray
# Everybody in a demonstration is made up, and so are its passwords. `init` refuses the folder of one.
SECOND_STEP_REQUIRED = not DEMO
MFA_FORMS = {
    "authenticate": "onward.access.forms.SecondStepForm",
    "reauthenticate": "onward.access.forms.ConfirmCodeForm",
    "activate_totp": "onward.access.forms.StartSecondStepForm",
    "add_webauthn": "onward.access.forms.AddPasskeyForm",
    "authenticate_webauthn": "onward.access.forms.PasskeyForm",
    "reauthenticate_webauthn": "onward.access.forms.ConfirmPasskeyForm",
}
# Another organisation's sign-in, only where `programme.toml` names one: else nothing of it is there.
if PROGRAMME.oidc:
    INSTALLED_APPS.append("allauth.socialaccount")
    SOCIALACCOUNT_ADAPTER = "onward.access.views.recognised.Elsewhere"
    SOCIALACCOUNT_STORE_TOKENS = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
