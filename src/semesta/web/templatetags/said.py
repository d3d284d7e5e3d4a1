"""In templates: both languages beside each other, figures and days in the reader's form."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone
from django.utils.html import escape, json_script
from django.utils.safestring import SafeString, mark_safe

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.report.laporan import figures
from semesta.web.actions.jobs import may_cancel
from semesta.web.models import Job
from semesta.web.places import office_places

register = template.Library()


def _lang(context: Context) -> Lang:
    return "en" if context.get("lang") == "en" else "id"


@register.simple_tag(takes_context=True)
def say(context: Context, indonesian: str, english: str) -> str:
    """{% say "Unggah" "Upload" %}"""
    return indonesian if _lang(context) == "id" else english


@register.simple_tag(takes_context=True)
def said(context: Context, words: Words | dict[str, str] | None) -> str:
    """Words, or a dictionary of both languages as the database keeps them."""
    if not words:
        return ""
    return words[_lang(context)] if isinstance(words, dict) else words.said(_lang(context))


@register.simple_tag(takes_context=True)
def place(context: Context, code: str) -> str:
    found = office_places().get(code)
    return found.title.said(_lang(context)) if found else code


@register.simple_tag(takes_context=True)
def day(context: Context, value: dt.date | dt.datetime | None) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date()
    return shown.day(value, _lang(context))


@register.simple_tag(takes_context=True)
def number(context: Context, value: int | float, unit: str = "") -> str:
    return figures.bare(value, unit, _lang(context))


@register.simple_tag(takes_context=True)
def may_stop(context: Context, job: Job) -> bool:
    """{% may_stop job as is_mine %}: whether the reader may cancel it."""
    return may_cancel(context["request"].user, job)


@register.filter
def strong(text: str) -> SafeString:
    """Running text of a document: **so** is bold, everything else is text."""
    return mark_safe(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text)))


@register.filter
def spec(chart: dict[str, Any], identity: str) -> SafeString:
    """The Vega-Lite spec of a chart as data, never as script."""
    return json_script(chart, identity)


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.filter
def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
