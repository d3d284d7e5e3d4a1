"""The office's pages, and one that does nothing, to hold them against."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("kosong")


urlpatterns = [path("kosong/", empty), path("", include("semesta.web.urls"))]
