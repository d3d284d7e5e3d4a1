"""All parts of the API at /api/, with who may ask and how errors are told."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import JSONRenderer

from semesta import __version__
from semesta.web.actions.records import Unfit
from semesta.web.actions.refused import Refused
from semesta.web.actions.scenarios import Unkept
from semesta.web.api import bundles, cases, figures, findings, jobs, law, matters, plans, pools, records, rounds
from semesta.web.api.asking import FOR_FIGURES
from semesta.web.api.problem import MEDIA, SCHEMA, problem


class Described(NinjaAPI):
    """An API whose description also says how errors look: every answer of 4xx is a problem."""

    def get_openapi_schema(self, **given: Any) -> Any:
        schema = super().get_openapi_schema(**given)
        schema["components"]["schemas"]["Problem"] = SCHEMA
        told = {"description": "Problem", "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"]["4XX"] = told
        return schema


api = Described(
    title="Semesta",
    version=__version__,
    description="Putaran, angka, tindak lanjut, temuan, kasus, rencana, gotong royong, bundel, dan hukum Jamsostek. "
    "(Rounds, figures, follow-up, lists to act on, cases, plans, pools, bundles and law.)",
    auth=FOR_FIGURES,
    docs_url=None,
    renderer=JSONRenderer(),
    urls_namespace="api",
)
api.add_router("/rounds", rounds.router)
api.add_router("/rounds", pools.router)
api.add_router("/indicators", figures.cards)
api.add_router("/figures", figures.router)
api.add_router("/findings", findings.router)
api.add_router("/records", records.router)
api.add_router("/matters", matters.router)
api.add_router("/cases", cases.router)
api.add_router("/plans", plans.router)
api.add_router("/jobs", jobs.router)
api.add_router("/law", law.router)
api.add_router("/bundles", bundles.router)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404)


@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return problem(403)


@api.exception_handler(AuthenticationError)
def _who(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    told = problem(401, "Sertakan token yang berlaku. (A valid token is needed.)")
    told.headers["WWW-Authenticate"] = "Bearer"
    return told


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(409, error.said.id, title_en=error.said.en)


@api.exception_handler(Unfit)
def _unfit(request: HttpRequest, error: Unfit) -> HttpResponse:
    """Every column that does not fit, with what it should hold."""
    faults = [
        {"at": name, "expected": fault.expected.id, "how_to_fix": fault.how_to_fix.id}
        for name, fault in error.faults.items()
    ]
    return problem(422, error.said.id, title_en=error.said.en, errors=faults)


@api.exception_handler(Unkept)
def _unkept(request: HttpRequest, error: Unkept) -> HttpResponse:
    """Every field of a scenario that cannot be used, with what it should hold."""
    faults = [{"at": one.field, "expected": one.expected.id, "how_to_fix": one.how_to_fix.id} for one in error.faults]
    return problem(422, error.said.id, title_en=error.said.en, errors=faults)


@api.exception_handler(HttpError)
def _told(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


@api.exception_handler(ValidationError)
def _wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Every field that is wrong at once; what was given is not repeated, since it may be personal."""
    errors = [{"at": ".".join(str(step) for step in one["loc"]), "expected": one["msg"]} for one in error.errors]
    return problem(422, "Isian tidak sesuai. (What was given does not fit.)", errors=errors)
