"""Pengguna & peran: who works in the places somebody administers, let in, given roles, and shut out."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from semesta.basics.words import Words
from semesta.web.access import allowed, fetched, may, places_of
from semesta.web.actions import accounts, admission
from semesta.web.actions.refused import Refused
from semesta.web.models import CodeRule, Grant, User
from semesta.web.places import office_places
from semesta.web.roles import TITLES, Permission, Role
from semesta.web.sections import sections
from semesta.web.views.answering import writes

WHAT = {
    Role.READER: Words("melihat angka dan laporan", "sees figures and reports"),
    Role.OFFICER: Words("mengunggah, mengirim, menindaklanjuti", "uploads, submits, follows up"),
    Role.VERIFIER: Words("memeriksa dan mengumumkan", "checks and publishes"),
    Role.ANALYST: Words("melihat dan membuat skenario", "sees, and makes scenarios"),
    Role.ADMINISTRATOR: Words("mengatur pengguna dan melihat audit", "manages users and sees the audit"),
}
WHERE = "grants__place"


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """People with a role in one's places, now or before."""
    places = places_of(request.user, Permission.ADMINISTER)
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    mine = allowed(Grant.objects.filter(ended=None), request.user, Permission.ADMINISTER).order_by("place", "role")
    found = allowed(User.objects.all(), request.user, Permission.ADMINISTER, WHERE).distinct().order_by("username")
    found = found.prefetch_related(Prefetch("grants", queryset=mine, to_attr="held"))
    users = [(one, [(held, TITLES[Role(held.role)]) for held in one.held]) for one in found]
    rules = allowed(CodeRule.objects.filter(ended_at=None), request.user, Permission.ADMINISTER)
    shown = {"users": users, "rules": rules, "widest": sorted(places)[0], "sections": sections(request.user)}
    return render(request, "web/users.html", shown)


@sensitive_post_parameters()
@never_cache
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """The form of a new person; what is wrong stands beside its field, and a link is shown once."""
    places = sorted(places_of(request.user, Permission.ADMINISTER))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    typed = request.POST if request.method == "POST" else {"place": places[0], "way": "link", "role": "officer"}
    wrong: dict[str, Words] = {}
    if request.method == "POST":
        made = _made(request, wrong)
        if made is not None:
            link = _link(request, made) if typed.get("way") != "password" else ""
            return _one(request, made, link=link)
    shown = {"typed": typed, "wrong": wrong, "roles": _roles(), "sections": sections(request.user)}
    return render(request, "web/user_new.html", shown, status=422 if wrong else 200)


@login_required
def shown(request: HttpRequest, user_id: int) -> HttpResponse:
    return _one(request, fetched(User.objects.all(), request.user, Permission.ADMINISTER, field=WHERE, pk=user_id))


@writes("user")
def give(request: HttpRequest, user_id: int) -> HttpResponse:
    user = fetched(User.objects.all(), request.user, Permission.ADMINISTER, field=WHERE, pk=user_id)
    wrong: dict[str, Words] = {}
    place, role = _place(request, wrong), _role(request, wrong)
    if wrong or place is None or role is None:
        said = next(iter(wrong.values()))
        raise Refused(said.id, said.en)
    sees = request.POST.get("sees_identity") == "on"
    accounts.grant(by=request.user, to=user, role=role, place=place, sees_identity=sees)
    return redirect("user", user_id=user.pk)


@writes("user")
def take(request: HttpRequest, user_id: int, grant_id: int) -> HttpResponse:
    """Ends a role; one outside the administrator's places is not there for them."""
    mine = Grant.objects.filter(user_id=user_id, ended=None)
    held = allowed(mine, request.user, Permission.ADMINISTER).filter(pk=grant_id).first()
    if held is None:
        raise Http404
    accounts.end_grant(held, by=request.user)
    return redirect("user", user_id=user_id)


@never_cache
@writes("user")
def link(request: HttpRequest, user_id: int) -> HttpResponse:
    user = fetched(User.objects.all(), request.user, Permission.ADMINISTER, field=WHERE, pk=user_id)
    return _one(request, user, link=_link(request, user))


@sensitive_post_parameters()
@writes("user")
def password(request: HttpRequest, user_id: int) -> HttpResponse:
    user = fetched(User.objects.all(), request.user, Permission.ADMINISTER, field=WHERE, pk=user_id)
    admission.set_password(user, by=request.user, password=request.POST.get("password", ""))
    return redirect("user", user_id=user.pk)


@writes("user")
def close(request: HttpRequest, user_id: int) -> HttpResponse:
    user = fetched(User.objects.all(), request.user, Permission.ADMINISTER, field=WHERE, pk=user_id)
    act = admission.open_account if request.POST.get("open") else admission.close_account
    act(user, by=request.user)
    return redirect("user", user_id=user.pk)


def _one(request: HttpRequest, user: User, link: str = "") -> HttpResponse:
    mine = allowed(Grant.objects.filter(user=user), request.user, Permission.ADMINISTER)
    held = mine.filter(ended=None).order_by("place", "role")
    elsewhere = user.grants.filter(ended=None).count() - held.count()
    shown = {
        "one": user,
        "held": [(grant, TITLES[Role(grant.role)]) for grant in held],
        "ended": [(grant, TITLES[Role(grant.role)]) for grant in mine.exclude(ended=None).order_by("-ended")],
        "elsewhere": elsewhere,
        "manages": admission.manages(request.user, user),
        "is_self": user.pk == request.user.pk,
        "link": link,
        "roles": _roles(),
        "sections": sections(request.user),
    }
    return render(request, "web/user.html", shown)


def _made(request: HttpRequest, wrong: dict[str, Words]) -> User | None:
    typed = request.POST
    place, role = _place(request, wrong), _role(request, wrong)
    by_password = typed.get("way") == "password"
    if by_password and not typed.get("password"):
        wrong["password"] = Words("Tulis sandinya, atau pilih tautan.", "Write the password, or choose the link.")
    if wrong or place is None or role is None:
        return None
    try:
        return admission.admit(
            by=request.user,
            username=typed.get("username", "").strip(),
            name=typed.get("name", "").strip(),
            role=role,
            place=place,
            sees_identity=typed.get("sees_identity") == "on",
            password=typed.get("password", "") if by_password else "",
        )
    except Refused as refused:
        wrong["password" if "Sandi" in refused.said.id else "username"] = refused.said
        return None


def _place(request: HttpRequest, wrong: dict[str, Words]) -> str | None:
    found = office_places().find(request.POST.get("place", "").strip())
    if found is None:
        wrong["place"] = Words("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name.")
    elif not may(request.user, Permission.ADMINISTER, found.code):
        wrong["place"] = Words("Anda tidak mengelola wilayah ini.", "You do not administer this place.")
    return None if "place" in wrong or found is None else found.code


def _role(request: HttpRequest, wrong: dict[str, Words]) -> Role | None:
    try:
        return Role(request.POST.get("role", ""))
    except ValueError:
        wrong["role"] = Words("Pilih perannya.", "Choose the role.")
        return None


def _roles() -> list[tuple[str, Words, Words]]:
    return [(role.value, TITLES[role], WHAT[role]) for role in Role]


def _link(request: HttpRequest, user: User) -> str:
    token = admission.make_link(user, by=request.user)
    return f"{request.build_absolute_uri(reverse('by_link'))}#{token}"
