"""A form as it stands on a page: what it asks, what is chosen already, and what it says is wrong."""

import re
from html.parser import HTMLParser

import msgspec

HIDDEN = ("entry", "version", "csrfmiddlewaretoken")


class Field(msgspec.Struct):
    """One name on a form: `kind` is text, radio, checkbox, select, hidden, date, datetime-local, number, password."""

    name: str
    kind: str
    value: list[str]
    choices: list[str]


class Form(msgspec.Struct):
    """One form that is sent by post."""

    action: str
    fields: dict[str, Field]

    @property
    def said(self) -> dict[str, list[str]]:
        """What would be sent if nothing were touched."""
        return {field.name: field.value for field in self.fields.values() if field.value}

    def of_kind(self, *kinds: str) -> list[str]:
        return [field.name for field in self.fields.values() if field.kind in kinds and field.name not in HIDDEN]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.main = False
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.field: Field | None = None

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        self.main = self.main or tag == "main"
        if tag == "form" and self.main and said.get("method", "").lower() == "post":
            self.inside = Form(action=said.get("action", ""), fields={})
            self.forms.append(self.inside)
        if self.inside is None:
            return
        if tag in ("input", "select", "textarea") and said.get("name"):
            self._named(tag, said)
        elif tag == "option" and self.field is not None:
            self.field.choices.append(said.get("value", ""))
            if "selected" in said:
                self.field.value = [said.get("value", "")]

    def _named(self, tag, said):
        kind = said.get("type", "text") if tag == "input" else "text" if tag == "textarea" else tag
        field = self.inside.fields.setdefault(said["name"], Field(said["name"], kind, [], []))
        if kind in ("radio", "checkbox"):
            field.choices.append(said.get("value", "on"))
            if "checked" in said:
                field.value.append(said.get("value", "on"))
        elif tag == "input" and said.get("value"):
            field.value = [said["value"]]
        self.field = field if tag != "input" else None

    def handle_data(self, data):
        if self.field is not None and self.field.kind == "text" and data.strip("\n"):
            self.field.value = [data.removeprefix("\n")]

    def handle_endtag(self, tag):
        if tag in ("select", "textarea"):
            self.field = None
        if tag == "form":
            self.inside = None
        if tag == "main":
            self.main = False


def forms(html: str) -> list[Form]:
    """Every form of the page's main part that is sent by post."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def mistakes(html: str) -> dict[str, str]:
    """Field -> what the page says is wrong with it; "" is what is said of the whole form."""
    found = dict(re.findall(r'<p class="error" id="id_([^"]+?)_error">([^<]+)<', html))
    whole = re.findall(r'class="notice late" role="alert">([^<]+)<', html)
    return found | ({"": whole[0]} if whole else {})
