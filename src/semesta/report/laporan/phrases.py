"""Sentences that stand in every report in the same words."""

from semesta.basics.words import Words
from semesta.monev.balance import NATIONAL_POOL

NOT_A_DEBT = NATIONAL_POOL
"""Stands under every difference, ratio and pool figure."""
NON_PROFIT = Words(
    "BPJS Ketenagakerjaan adalah badan hukum publik yang nirlaba dan berskala nasional.",
    "BPJS Ketenagakerjaan is a non-profit public body of national scale.",
)
NOT_OFFICIAL = Words("Bentuk usulan Semesta; bukan formulir resmi.", "A form proposed by Semesta, not an official one.")
DOUBTFUL = Words("* lihat catatan di bawah tabel dan Lampiran.", "* see the notes under the table and the annex.")
UNVERIFIED = Words("belum diverifikasi terhadap naskah resminya", "not yet checked against the official text")
EXTREME_POVERTY = Words(
    "Pelaksanaannya juga menjadi salah satu instrumen penghapusan kemiskinan ekstrem melalui keterpaduan program "
    "kementerian, lembaga, dan pemerintah daerah: keluarga pekerja yang mengalami kecelakaan kerja atau kematian tidak "
    "jatuh miskin karenanya.",
    "It is also one of the instruments for ending extreme poverty, by joining the programmes of ministries, agencies and "
    "local governments: a worker's family must not fall into poverty through an accident at work or a death.",
)
