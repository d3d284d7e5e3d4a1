"""How many there are to be covered, by place, group and universe, on a day."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

UNIVERSE = Column(
    "universe",
    Coded(lists.UNIVERSES),
    Words("Semesta", "Universe"),
    Words(
        "Siapa yang dihitung: data pemda (kosong), penduduk bekerja, PBPU, atau daftar nama.",
        "Who is counted: the local government's list of groups (empty), residents at work, PBPU, or a list of names.",
    ),
    aliases=("cakupan penghitungan", "universe"),
)

TABLE = Table(
    name="population",
    title=Words("Jumlah pekerja", "Population"),
    what=Words(
        "Jumlah pekerja yang seharusnya terlindungi, per wilayah dan kelompok.",
        "People who should be covered, by place and group.",
    ),
    why=Words(
        "Tanpa jumlah ini cakupan dan kesenjangan tidak dapat dihitung.",
        "Without it neither coverage nor gap can be told.",
    ),
    holder=Words("Disnaker, BKPSDM, DPMD dan dinas pembina kelompok", "Labour, personnel and village offices"),
    moment="stock",
    columns=(
        c.place(),
        c.group(),
        c.segment(),
        UNIVERSE,
        c.basis(),
        c.decile(),
        c.count(
            "persons",
            Words("Jumlah orang", "Persons"),
            Words("Orang, tiap orang satu kali.", "People, each once."),
            "jumlah",
            "jumlah pekerja",
            "orang",
            "jiwa",
            required=True,
        ),
        c.source(),
        c.as_of(),
        c.complete(),
    ),
    key=("place", "group", "segment", "universe", "basis", "decile"),
    aliases=("populasi", "potensi", "data potensi", "jumlah potensi"),
)
