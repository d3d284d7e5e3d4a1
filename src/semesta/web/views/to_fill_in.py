"""Workbooks to fill in, for whoever has no terminal."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from semesta.files.to_fill_in import to_fill_in
from semesta.web.downloads import attached


@login_required
def workbook(request: HttpRequest, name: str) -> HttpResponse:
    """An empty workbook by its name, in the language of the page."""
    try:
        made = to_fill_in(name, request.lang)
    except KeyError:
        raise Http404 from None
    return attached(made, f"{name}.xlsx")
