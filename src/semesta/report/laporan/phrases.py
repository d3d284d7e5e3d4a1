"""Sentences that stand in every report in the same words."""

from semesta.basics.words import Words

NOT_A_DEBT = Words(
    "Selisih iuran dan manfaat bukan utang pemerintah daerah; dana jaminan sosial bersifat nasional dan gotong royong.",
    "The difference between contributions and benefits is no debt of the local government; the social security funds are "
    "national and based on mutual help.",
)
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
