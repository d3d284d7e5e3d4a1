"""All parts of the API at /api/, with who may ask and how errors are told."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import JSONRenderer
from ninja.security import HttpBearer, SessionAuth

from semesta import __version__
from semesta.web.actions.refused import Refused
from semesta.web.actions.tokens import held
from semesta.web.api import bundles, figures, findings, law, rounds


class ByToken(HttpBearer):
    """Authorization: Bearer semesta_…"""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        found = held(token)
        if found is None:
            return None
        if found.scope == "read" and request.method not in ("GET", "HEAD", "OPTIONS"):
            raise HttpError(403, "Token ini hanya untuk membaca. (This token may only read.)")
        request.user = found.user
        return found.user


api = NinjaAPI(
    title="Semesta",
    version=__version__,
    description="Putaran, angka, temuan, dan hukum Jamsostek. (Rounds, figures, findings and law.)",
    auth=[ByToken(), SessionAuth()],
    docs_url=None,
    renderer=JSONRenderer(),
    urls_namespace="api",
)
api.add_router("/rounds", rounds.router)
api.add_router("/indicators", figures.cards)
api.add_router("/figures", figures.router)
api.add_router("/findings", findings.router)
api.add_router("/law", law.router)
api.add_router("/bundles", bundles.router)


def problem(request: HttpRequest, status: int, title: str, **more: Any) -> HttpResponse:
    """An error as RFC 9457 has it."""
    content = {"type": "about:blank", "title": title, "status": status, **more}
    response = api.create_response(request, content, status=status)
    response.headers["Content-Type"] = "application/problem+json"
    return response


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(request, 404, "Tidak ada, atau Anda tidak berwenang melihatnya. (Not there, or not for you.)")


@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return problem(request, 403, "Anda tidak berwenang melakukan ini. (You may not do this.)")


@api.exception_handler(AuthenticationError)
def _who(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(request, 401, "Sertakan token yang berlaku. (A valid token is needed.)")


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(request, 409, error.said.id, title_en=error.said.en)


@api.exception_handler(HttpError)
def _told(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(request, error.status_code, str(error))


@api.exception_handler(ValidationError)
def _wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Every field that is wrong at once; what was given is not repeated, since it may be personal."""
    errors = [{"at": ".".join(str(step) for step in one["loc"]), "expected": one["msg"]} for one in error.errors]
    return problem(request, 422, "Isian tidak sesuai. (What was given does not fit.)", errors=errors)
