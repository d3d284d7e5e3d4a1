"""The one application of the site."""

from __future__ import annotations

from django.apps import AppConfig


class Web(AppConfig):
    name = "semesta.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
