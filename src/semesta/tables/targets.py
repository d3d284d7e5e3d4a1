"""What documents promise to reach, each document for itself."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.population import UNIVERSE
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="targets",
    title=Words("Target", "Targets"),
    what=Words("Target per dokumen perencanaan dan tahun.", "Targets by planning document and year."),
    why=Words(
        "Capaian dinilai terhadap tiap dokumen, berdampingan.",
        "Attainment is shown against each document, side by side.",
    ),
    holder=Words("Bappeda", "Planning office"),
    moment="plan",
    columns=(
        c.place(),
        c.year(required=True),
        c.text(
            "indicator",
            Words("Indikator", "Indicator"),
            Words("Nama indikator Semesta, misalnya Cakupan.", "Indicator of Semesta, such as coverage."),
            required=True,
        ),
        c.group(),
        c.segment(),
        UNIVERSE,
        Column(
            "document",
            Coded(lists.TARGET_DOCUMENTS),
            Words("Dokumen", "Document"),
            Words(
                "RPJMN, RPJPN, RKP, RPJMD, RKPD, Renja, UCJ atau target sendiri.",
                "RPJMN, RPJPN, RKP, RPJMD, RKPD, Renja, UCJ or own.",
            ),
        ),
        c.text(
            "code",
            Words("Kode indikator", "Indicator code"),
            Words("Kode dalam dokumen itu, bila ada.", "Its code in that document, if any."),
        ),
        Column(
            "baseline",
            types.QUANTITY,
            Words("Nilai awal", "Baseline"),
            Words("Nilai pada tahun dasar.", "Value in the base year."),
        ),
        Column(
            "value",
            types.QUANTITY,
            Words("Target", "Target"),
            Words("Misalnya 32,15 % atau 15.000.", "Such as 32,15 % or 15.000."),
            required=True,
            aliases=("nilai target",),
        ),
        c.source(),
    ),
    key=("place", "year", "indicator", "group", "segment", "universe", "document", "code"),
)
