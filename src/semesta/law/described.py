"""Answers of the law as programs read them: the command line prints them as JSON, the API sends them."""

from __future__ import annotations

from typing import Any

from semesta.basics.words import Lang
from semesta.law.after import After
from semesta.law.answers import Answer
from semesta.law.beside import Beside
from semesta.law.deadline import Deadline
from semesta.law.due.cover import Cover
from semesta.law.items import Due


def described(answer: Answer, lang: Lang) -> dict[str, Any]:
    """The answer as programs read it. `total` is null while a line is not known; `at_least` adds what is."""
    content: dict[str, Any] = {
        "total": answer.total,
        "at_least": answer.at_least,
        "verified": answer.verified,
        "items": [_item(item, lang) for item in answer.items],
    }
    if answer.assumed:
        content["assumed"] = answer.assumed.said(lang)
    if answer.beside:
        content |= described_beside(answer.beside, lang)
    if answer.after:
        content |= described_after(answer.after, lang)
    if answer.problems:
        content["problems"] = [problem.said(lang) for problem in answer.problems]
    return content


def _item(item: Due, lang: Lang) -> dict[str, Any]:
    return {
        "programme": item.programme,
        "payer": item.payer,
        "rule": item.rule,
        "title": item.title.said(lang),
        "amount": item.amount,
        "law": item.law,
        "verified": item.verified,
        "because": item.because.said(lang),
    }


def described_after(after: After, lang: Lang) -> dict[str, Any]:
    """Heirs, documents and last days; heirs only after a death."""
    content: dict[str, Any] = {
        "documents": [
            {"title": d.title.said(lang), "when": d.when.said(lang), "source": d.source, "verified": d.verified}
            for d in after.documents
        ],
        "deadlines": [described_deadline(deadline, lang) for deadline in after.deadlines],
        "pays_within_working_days": after.pays_within.value if after.pays_within else None,
    }
    if after.cover:
        content["cover"] = described_cover(after.cover, lang)
    if after.order:
        content["heirs"] = {
            "order": [rank.title.said(lang) for rank in after.order.ranks],
            "otherwise": after.order.residual.said(lang),
            "receives": after.receivers.title.said(lang) if after.receivers else None,
            "relatives": list(after.receivers.relatives) if after.receivers else None,
            "law": after.order.law,
            "verified": after.order.verified,
            "note": after.order.note.said(lang),
        }
    return content


def described_beside(found: Beside, lang: Lang) -> dict[str, Any]:
    """The due day, and cover: with what it begins, after how many unpaid months it lapses, and as of the last payment."""
    due, cover = found.due, found.cover
    return {
        "due": {
            "last_day": due.day.isoformat() if due.day else None,
            "months_late": found.late,
            "law": due.law,
            "verified": due.verified,
            "because": due.because.said(lang),
        },
        "cover": {
            "begins_with": found.begins.value,
            "lapses_after_unpaid_months": found.lapses.value,
            "law": found.begins.law if found.lapses.value is None else found.lapses.law,
            "verified": found.begins.verified and found.lapses.verified,
            "note": found.begins.note.said(lang),
            "whole_jkm_after_months": found.jkm_waits.value if found.jkm_waits else 0,
        }
        | (described_cover(cover, lang) if cover else {})
        | ({"uncovered_months": [f"{month:%Y-%m}" for month in found.uncovered]} if found.uncovered else {}),
    } | ({"deadlines": [described_deadline(last, lang) for last in found.deadlines]} if found.deadlines else {})


def described_deadline(deadline: Deadline, lang: Lang) -> dict[str, Any]:
    return {
        "title": deadline.title.said(lang),
        "last_day": deadline.last_day.isoformat(),
        "law": deadline.law,
        "verified": deadline.verified,
        "note": deadline.note.said(lang),
        "consequence": deadline.consequence.said(lang),
    }


def described_cover(cover: Cover, lang: Lang) -> dict[str, Any]:
    return {
        "covered": cover.covered,
        "since": cover.since.isoformat() if cover.since else None,
        "until": cover.until.isoformat() if cover.until else None,
        "law": cover.law,
        "verified": cover.verified,
        "because": cover.because.said(lang),
    }
