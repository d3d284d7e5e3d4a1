"""What can happen, by code: the event of a benefit as officers call it, and other words for it."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.codes import plain
from semesta.basics.words import Words

EVENTS: Mapping[str, Words] = {
    "death": Words("meninggal dunia", "death"),
    "disability.total": Words("cacat total tetap", "permanent total disability"),
    "disability.partial": Words("cacat sebagian", "partial disability"),
    "incapacity": Words("sementara tidak mampu bekerja", "temporarily unable to work"),
    "medical": Words("perawatan dan pengobatan", "medical care"),
    "transport": Words("pengangkutan", "transport"),
    "rehabilitation": Words("rehabilitasi dan alat bantu", "rehabilitation and aids"),
    "home_care": Words("perawatan di rumah", "care at home"),
    "scholarship": Words("beasiswa anak", "scholarship of the children"),
    "late_payment": Words("manfaat dibayar terlambat", "benefit paid late"),
    "old_age": Words("usia pensiun", "pension age"),
    "agreed_pension": Words("pensiun menurut perjanjian kerja", "pension by the contract of work"),
    "pension": Words("pensiun", "pension"),
    "resignation": Words("mengundurkan diri", "resignation"),
    "dismissal": Words("pemutusan hubungan kerja", "dismissal"),
    "contract_cut_short": Words("kontrak diakhiri sebelum waktunya", "contract ended before its day"),
    "end_of_contract": Words("kontrak berakhir", "contract came to its end"),
    "stopped_own_work": Words("berhenti bekerja mandiri", "stopped own work"),
    "left_indonesia": Words("meninggalkan Indonesia", "left Indonesia"),
    "withdrawal": Words("mengambil sebagian JHT", "a part of the JHT is taken"),
}

_ALSO = {
    "meninggal": "death",
    "cacat total": "disability.total",
    "cacat sebagian anatomis": "disability.partial",
    "cacat sebagian fungsi": "disability.partial",
    "stmb": "incapacity",
    "angkutan": "transport",
    "rehabilitasi": "rehabilitation",
    "rehab": "rehabilitation",
    "pengobatan": "medical",
    "beasiswa": "scholarship",
    "phk": "dismissal",
    "hari tua": "old_age",
    "resign": "resignation",
    "kontrak habis": "end_of_contract",
    "perawatan": "medical",
    "pengambilan sebagian": "withdrawal",
}

_IN_PROGRAMME = {
    ("JHT", "pension"): "old_age",
    ("JHT", "disability"): "disability.total",
    ("JP", "old_age"): "pension",
    ("JP", "disability"): "disability.total",
}
"""The event of a programme that another one calls otherwise; of JKK a bare disability may be either."""

_CODES = {plain(name): code for code, title in EVENTS.items() for name in (code, title.id, title.en)} | _ALSO


def event_of(text: str, programme: str) -> str:
    """The code of an event as the programme has it; of a word that is none the word itself, so that it can be told."""
    called = text if text in EVENTS else _CODES.get(plain(text), text)
    return _IN_PROGRAMME.get((programme, called), called)
