"""Where every page is."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from semesta.web.api.whole import api
from semesta.web.views import (
    accounts,
    chapters,
    compare,
    entitlement,
    figures,
    follow_up,
    jobs,
    meetings,
    overview,
    papers,
    records,
    rounds,
)

urlpatterns = [
    path("api/", api.urls),
    path("", overview.overview, name="overview"),
    path("masuk/", accounts.sign_in, name="sign_in"),
    path("masuk/tautan/", accounts.by_link, name="by_link"),
    path("keluar/", LogoutView.as_view(), name="sign_out"),
    path("bahasa/", accounts.switch_language, name="language"),
    path("bandingkan/", compare.compare, name="compare"),
    path("santunan/", entitlement.entitlement, name="entitlement"),
    path("putaran/", rounds.listed, name="rounds"),
    path("putaran/baru/", rounds.new, name="new_round"),
    path("putaran/<int:round_id>/", rounds.shown, name="round"),
    path("putaran/<int:round_id>/unggah/", rounds.upload, name="upload"),
    path("putaran/<int:round_id>/berkas/<int:upload_id>/hapus/", rounds.remove, name="remove_upload"),
    path("putaran/<int:round_id>/ukur/", rounds.measure, name="measure"),
    path("putaran/<int:round_id>/kirim/", rounds.submit, name="submit_round"),
    path("putaran/<int:round_id>/putuskan/", rounds.decide, name="decide_round"),
    path("putaran/<int:round_id>/umumkan/", rounds.publish, name="publish_round"),
    path("putaran/<int:round_id>/semua/", figures.listed, name="figures"),
    path("putaran/<int:round_id>/semua/<int:figure_id>/", figures.one, name="figure"),
    path("laporan/", papers.rounds, name="reports"),
    path("putaran/<int:round_id>/laporan/", papers.listed, name="papers"),
    path("putaran/<int:round_id>/laporan/susun/", papers.make, name="make_papers"),
    path("putaran/<int:round_id>/laporan/semua.zip", papers.everything, name="papers_zip"),
    path("putaran/<int:round_id>/laporan/<path:name>", papers.download, name="paper"),
    path("putaran/<int:round_id>/<slug:page>/", chapters.chapter, name="chapter"),
    path("tindak-lanjut/", follow_up.follow_up, name="follow_up"),
    path("tindak-lanjut/jatuh-tempo/", follow_up.due, name="due"),
    path("tindak-lanjut/salin/<int:round_id>/", follow_up.copy, name="copy_round"),
    path("tindak-lanjut/rapat/<int:record_id>/berita-acara.<slug:form>", meetings.document, name="minutes"),
    path("tindak-lanjut/rapat/<int:record_id>/pindaian/", meetings.scan, name="scan"),
    path("tindak-lanjut/<slug:slug>/", follow_up.listed, name="records"),
    path("tindak-lanjut/<slug:slug>/baru/", records.new, name="new_record"),
    path("tindak-lanjut/<slug:slug>/<int:record_id>/", records.shown, name="record"),
    path("tindak-lanjut/<slug:slug>/<int:record_id>/ubah/", records.change, name="change_record"),
    path("tindak-lanjut/<slug:slug>/<int:record_id>/selesai/", records.finish, name="finish_record"),
    path("tindak-lanjut/<slug:slug>/<int:record_id>/keluarkan/", records.end, name="end_record"),
    path("tindak-lanjut/<slug:slug>/<int:record_id>/tutup/", meetings.close, name="close_meeting"),
    path("pekerjaan/<int:job_id>/", jobs.shown, name="job"),
    path("pekerjaan/<int:job_id>/batal/", jobs.cancel, name="cancel_job"),
]
