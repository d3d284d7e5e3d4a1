"""Sentences that stand in every report in the same words."""

from semesta.basics.words import Words
from semesta.monev.balance import NATIONAL_POOL

NOT_A_DEBT = NATIONAL_POOL
"""Stands under every difference, ratio and pool figure."""
RIGHT = Words(
    "Setiap orang berhak atas jaminan sosial, dan negara wajib mengembangkan sistem jaminan sosial bagi seluruh rakyat serta "
    "memberdayakan warga yang rentan dan tidak mampu (Undang-Undang Dasar 1945 Pasal 28H ayat (3) dan Pasal 34 ayat (2)). "
    "Pekerja non-ASN dan pekerja rentan termasuk warga yang haknya belum seluruhnya terpenuhi.",
    "Everybody has a right to social security, and the State must build a system of social security for all and empower those "
    "who are vulnerable (Constitution of 1945, art. 28H(3) and 34(2)). Workers outside the civil service and vulnerable "
    "workers are among those whose right is not yet fully met.",
)
NATIONAL_FUNDS = Words(
    "Iuran dan manfaat dikelola dalam dana jaminan sosial yang bersifat nasional menurut program, bukan menurut daerah.",
    "Contributions and benefits are kept in national funds by programme, not by region.",
)
NON_PROFIT = Words(
    "BPJS Ketenagakerjaan adalah badan hukum publik yang nirlaba dan berskala nasional.",
    "BPJS Ketenagakerjaan is a non-profit public body of national scale.",
)
NOT_OFFICIAL = Words("Bentuk usulan Semesta; bukan formulir resmi.", "A form proposed by Semesta, not an official one.")
DOUBTFUL = Words("* lihat catatan di bawah tabel dan Lampiran.", "* see the notes under the table and the annex.")
UNVERIFIED = Words("belum diverifikasi terhadap naskah resminya", "not yet checked against the official text")
EXTREME_POVERTY = Words(
    "Pelaksanaan Inpres 2/2021 juga menjadi salah satu instrumen penghapusan kemiskinan ekstrem melalui keterpaduan program "
    "kementerian, lembaga, dan pemerintah daerah: keluarga pekerja yang mengalami kecelakaan kerja atau kematian tidak "
    "jatuh miskin karenanya.",
    "Presidential Instruction 2/2021 is also one of the instruments for ending extreme poverty, by joining the programmes of ministries, agencies and "
    "local governments: a worker's family must not fall into poverty through an accident at work or a death.",
)
