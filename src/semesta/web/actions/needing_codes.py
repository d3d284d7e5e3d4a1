"""Where signing in takes a code: for administrators of a place, and for whoever may see identities there."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from semesta.web.access import in_subtrees
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.required import require
from semesta.web.models import CodeRule, Grant, User
from semesta.web.roles import Permission, Role


def require_codes(place: str, *, by: User) -> CodeRule:
    """From now on these people get no further than the page where codes are turned on. The same twice changes nothing."""
    require(by, place, Permission.ADMINISTER)
    with recorded("require_codes", by=by, place=place) as event:
        made, _ = CodeRule.objects.get_or_create(place=place, ended_at=None, defaults={"made_by": by})
        renew_needs()
        about(event, made, users=User.objects.filter(needs_code=True).count())
    return made


def end_rule(rule: CodeRule, *, by: User) -> None:
    """A code is no longer asked for; who turned it on keeps it."""
    require(by, rule.place, Permission.ADMINISTER)
    with recorded("end_rule", by=by, place=rule.place) as event:
        CodeRule.objects.filter(pk=rule.pk, ended_at=None).update(ended_at=timezone.now())
        renew_needs()
        about(event, rule)


def renew_needs() -> None:
    """Writes down with each person whether a role of theirs asks for a code; after every change of roles or rules."""
    rules = list(CodeRule.objects.filter(ended_at=None).values_list("place", flat=True))
    asking = Q(role=Role.ADMINISTRATOR.value) | Q(sees_identity=True)
    needing = Grant.objects.filter(in_subtrees(rules), asking, ended=None).values("user")
    User.objects.filter(pk__in=needing, needs_code=False).update(needs_code=True)
    User.objects.filter(needs_code=True).exclude(pk__in=needing).update(needs_code=False)
