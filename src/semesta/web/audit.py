"""The audit trail as people read it: what was done in words, and the part of it that somebody may see."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.access import Somebody, allowed, in_subtrees
from semesta.web.models import Event
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.typed import day_typed

ACTIONS = {
    "make_user": Words("menambah pengguna", "added a user"),
    "grant": Words("memberi peran", "gave a role"),
    "end_grant": Words("mengakhiri peran", "ended a role"),
    "sign_in": Words("masuk", "signed in"),
    "sign_out": Words("keluar", "signed out"),
    "sign_in_failed": Words("gagal masuk", "failed to sign in"),
    "code_failed": Words("salah menulis kode masuk", "wrote a wrong sign-in code"),
    "turn_on_codes": Words("menyalakan kode masuk", "turned on sign-in codes"),
    "turn_off_codes": Words("mematikan kode masuk", "turned off sign-in codes"),
    "renew_recovery": Words("membuat kode pemulihan baru", "made new recovery codes"),
    "reset_codes": Words("menghapus kode masuk pengguna", "took a user's sign-in codes away"),
    "require_codes": Words("mewajibkan kode masuk", "required sign-in codes"),
    "end_rule": Words("mengakhiri kewajiban kode masuk", "ended the requirement of sign-in codes"),
    "sign_in_by_link": Words("masuk dengan tautan", "signed in by link"),
    "make_link": Words("membuat tautan masuk", "made a sign-in link"),
    "set_password": Words("menentukan sandi pengguna", "set a user's password"),
    "change_password": Words("mengganti sandi sendiri", "changed the own password"),
    "close_account": Words("menutup akun", "closed an account"),
    "open_account": Words("membuka lagi akun", "opened an account again"),
    "make_token": Words("membuat token API", "made an API token"),
    "end_token": Words("mengakhiri token API", "ended an API token"),
    "make_round": Words("membuat putaran", "made a round"),
    "add_upload": Words("mengunggah berkas", "uploaded a file"),
    "remove_upload": Words("mengeluarkan berkas", "took a file out"),
    "measure_round": Words("mengukur putaran", "measured a round"),
    "submit_round": Words("mengirim putaran", "submitted a round"),
    "accept_round": Words("menerima putaran", "accepted a round"),
    "return_round": Words("mengembalikan putaran", "returned a round"),
    "publish_round": Words("mengumumkan putaran", "published a round"),
    "withdraw_round": Words("menarik putaran dari halaman publik", "withdrew a round from the public pages"),
    "ask_job": Words("meminta pekerjaan", "asked for work to be done"),
    "cancel_job": Words("membatalkan pekerjaan", "cancelled work"),
    "make_papers": Words("menyusun naskah", "made papers"),
    "keep_places": Words("menyimpan daftar wilayah kantor", "kept the office's list of places"),
    "keep_profile": Words("menyimpan profil impor", "kept an import profile"),
    "end_profile": Words("mengakhiri profil impor", "ended an import profile"),
    "copy_round": Words("menyalin putaran", "copied a round"),
    "declare_people": Words("menyatakan daftar orang", "declared a list of people"),
    "make_record": Words("mencatat", "recorded an item"),
    "change_record": Words("mengubah catatan", "changed a record"),
    "finish_record": Words("menyelesaikan catatan", "finished a record"),
    "end_record": Words("mengakhiri catatan", "ended a record"),
    "keep_documents": Words("menyimpan dokumen", "kept documents"),
    "close_meeting": Words("menutup rapat dengan berita acara", "closed a meeting by its signed minutes"),
    "keep_matters": Words("menyusun daftar temuan", "made the lists to act on"),
    "assign_matter": Words("menugaskan temuan", "assigned a finding"),
    "finish_matter": Words("menyelesaikan temuan", "finished a finding"),
    "reopen_matter": Words("membuka lagi temuan", "opened a finding again"),
    "correct_matter": Words("mengoreksi data temuan", "corrected a record of a finding"),
    "export_matters": Words("mengunduh daftar temuan", "downloaded a list to act on"),
    "unmask": Words("membuka identitas", "unmasked an identity"),
    "open_case": Words("membuka kasus santunan", "opened a case"),
    "change_case": Words("mengubah kasus santunan", "changed a case"),
    "assign_case": Words("menugaskan kasus santunan", "assigned a case"),
    "keep_case_days": Words("mencatat tanggal kasus", "recorded the days of a case"),
    "end_case": Words("menutup kasus santunan", "closed a case"),
    "disclose_round": Words("menyaring angka putaran untuk umum", "passed a round through disclosure"),
    "purge_upload": Words("menghapus berkas yang habis masanya", "purged a file whose time was over"),
    "purge_case": Words("menghapus kasus yang habis masanya", "purged a case whose time was over"),
    "purge_record": Words("menghapus isi lama catatan", "purged what a record said before"),
    "purge_scan": Words("menghapus pindaian yang diganti", "purged a scan that was replaced"),
    "purge_leftovers": Words("menghapus berkas sisa", "purged files left behind"),
    "trust_key": Words("memercayai kunci", "trusted a key"),
    "end_trust": Words("mengakhiri kepercayaan pada kunci", "ended the trust in a key"),
    "export_bundle": Words("membuat bundel", "made a bundle"),
    "take_bundle": Words("menerima bundel", "took a bundle in"),
    "make_scenario": Words("membuat skenario rencana", "made a scenario of a plan"),
    "change_scenario": Words("mengubah skenario rencana", "changed a scenario of a plan"),
    "end_scenario": Words("mengeluarkan skenario rencana", "took out a scenario of a plan"),
    "choose_round": Words("memilih putaran bagi rencana", "chose the round of a plan"),
    "lay_plan_beside": Words("menentukan rencana dalam laporan putaran", "chose the plan in a round's report"),
    "run_scenario": Words("menghitung rencana", "reckoned a plan"),
    "make_pools": Words("menghitung gotong royong", "reckoned the pools of a round"),
    "back_up": Words("mencadangkan kantor", "archived the office"),
    "restore": Words("memulihkan kantor dari cadangan", "restored the office from an archive"),
    "export_audit": Words("mengunduh jejak audit", "downloaded the audit trail"),
}
"""What is done, as a sentence about who did it; an action without words here is shown by its name."""


SUBJECTS = {
    "user": Words("pengguna", "user"),
    "grant": Words("peran", "role"),
    "token": Words("token", "token"),
    "coderule": Words("kewajiban kode", "requirement of codes"),
    "round": Words("putaran", "round"),
    "upload": Words("berkas", "file"),
    "snapshot": Words("hasil ukur", "measurement"),
    "job": Words("pekerjaan", "work"),
    "profile": Words("profil", "profile"),
    "record": Words("catatan", "record"),
    "matter": Words("temuan", "finding"),
    "case": Words("kasus", "case"),
    "scenario": Words("skenario", "scenario"),
    "scan": Words("naskah bertanda tangan", "signed paper"),
}
"""What it was done to, by the name of its model."""


def said(action: str) -> Words:
    """The words of an action."""
    plain = action.replace("_", " ")
    return ACTIONS.get(action, Words(plain, plain))


def subject(name: str) -> Words:
    """The words of what an event is about."""
    return SUBJECTS.get(name, Words(name, name))


def events(user: Somebody, asked: QueryDict, wrong: dict[str, Words]) -> QuerySet[Event]:
    """The events in the places somebody administers, narrowed by wilayah, orang, tindakan, dari and sampai.

    Events without a place are for whoever administers the whole. What cannot be understood is put into `wrong`.
    """
    rows = allowed(Event.objects.select_related("by"), user, Permission.ADMINISTER)
    if written := asked.get("wilayah", "").strip():
        found = office_places().find(written)
        if found is None:
            wrong["wilayah"] = Words("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name.")
        else:
            rows = rows.filter(in_subtrees([found.code]))
    if person := asked.get("orang", "").strip():
        rows = rows.filter(Q(by__username__iexact=person) | Q(by__first_name__icontains=person))
    if action := asked.get("tindakan", ""):
        rows = rows.filter(action=action)
    if since := day_typed(asked.get("dari", ""), wrong, "dari"):
        rows = rows.filter(at__gte=_midnight(since))
    if until := day_typed(asked.get("sampai", ""), wrong, "sampai"):
        rows = rows.filter(at__lt=_midnight(until + dt.timedelta(days=1)))
    return rows


def _midnight(day: dt.date) -> dt.datetime:
    """The beginning of the day where the office is."""
    return dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_current_timezone())
