"""What several views do with what was refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from semesta.web.actions.refused import Refused

P = ParamSpec("P")


def writes(
    back_to: str,
) -> Callable[
    [Callable[Concatenate[HttpRequest, P], HttpResponse]], Callable[Concatenate[HttpRequest, P], HttpResponse]
]:
    """A view that writes: POST and signed in only; what is refused is said on the page it came from."""

    def made(
        view: Callable[Concatenate[HttpRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @require_POST
        @login_required
        @wraps(view)
        def respond(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except Refused as refused:
                messages.error(request, refused.said.said(request.lang))
                keys = {"round_id"} if back_to in ("round", "papers") else set()
                keys = {"slug", "record_id"} if back_to == "record" else keys
                keys = {"scenario_id"} if back_to == "plan" else keys
                keys = {"user_id"} if back_to == "user" else keys
                return redirect(back_to, **{key: value for key, value in kwargs.items() if key in keys})

        return respond

    return made
