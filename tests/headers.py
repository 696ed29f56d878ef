"""What every answer carries, whoever asks for whatever."""

from django.conf import settings

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": ("same-origin", "no-referrer"),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")


def bare(answer, path=""):
    """The headers that an answer lacks, or whose value is not what it should be."""
    lacks = [name for name, value in ALWAYS.items() if not (said := answer.get(name)) or said not in value]
    policy = answer.get("Content-Security-Policy", "")
    if b" data-camera " in getattr(answer, "content", b""):
        policy = policy.replace("'wasm-unsafe-eval'", "")
    lacks += [each for each in POLICY if each not in policy]
    lacks += [f"CSP allows {word}" for word in ("unsafe", "*", "http:", "https:") if word in policy]
    devices = answer.get("Permissions-Policy", "")
    lacks += [device for device in ("geolocation=()", "microphone=()", "usb=()") if device not in devices]
    file = answer.status_code == 200 and path.startswith(settings.STATIC_URL)
    if answer.get("Cache-Control") != "no-store" and not file:
        lacks.append("Cache-Control")
    told = ("Server", "X-Powered-By", "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials")
    return lacks + [f"{name} is said" for name in told if name in answer]
