"""Choices written straight to HTML: Django includes four templates for each option, which a long form feels."""

from abc import abstractmethod
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class _Straight(forms.widgets.ChoiceWidget):
    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:  # noqa: ARG002 - Django's own signature
        shown = context["widget"]
        options = [option for _group, options, _index in shown["optgroups"] for option in options]
        return self.written(shown, options)

    @abstractmethod
    def written(self, shown: dict[str, Any], options: list[dict[str, Any]]) -> SafeString: ...


class _InSight(_Straight):
    def written(self, shown: dict[str, Any], options: list[dict[str, Any]]) -> SafeString:
        each = (
            (
                flatatt({"for": option["attrs"].get("id")}),
                flatatt({"type": option["type"], "name": option["name"], "value": option["value"]} | option["attrs"]),
                option["label"],
            )
            for option in options
        )
        inside = format_html_join("", "<div><label{}><input{}> {}</label></div>", each)
        return format_html("<div{}>{}</div>", flatatt({"id": shown["attrs"].get("id")}), inside)


class Radios(_InSight, forms.RadioSelect):
    """One of a few, all of them in sight."""


class Boxes(_InSight, forms.CheckboxSelectMultiple):
    """Any of a few, all of them in sight."""


class Menu(_Straight, forms.Select):
    """One of many, folded."""

    def written(self, shown: dict[str, Any], options: list[dict[str, Any]]) -> SafeString:
        each = ((flatatt({"value": option["value"]} | option["attrs"]), option["label"]) for option in options)
        inside = format_html_join("", "<option{}>{}</option>", each)
        return format_html("<select{}>{}</select>", flatatt({"name": shown["name"]} | shown["attrs"]), inside)
