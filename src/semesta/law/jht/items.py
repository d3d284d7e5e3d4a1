"""The lines that old-age savings make: the contribution, and the balance by how work ended."""

from semesta.law.items import Item, of_segment
from semesta.law.jht.schedules import WITHDRAWAL, whole_balance
from semesta.law.jkk.items import of_bpu

CONTRIBUTION = (
    Item("jht_pu_employer_contribution", "JHT", "employer", of_segment("PU")),
    Item("jht_pu_worker_contribution", "JHT", "worker", of_segment("PU")),
    Item("jht_bpu_contribution", "JHT", "member", of_bpu(publicly=False)),
    Item("jht_bpu_contribution", "JHT", "government", of_bpu(publicly=True)),
)

BENEFITS = {
    "old_age": (whole_balance("pension_age"),),
    "agreed_pension": (whole_balance("agreed_pension"),),
    "death": (whole_balance("death"),),
    "disability.total": (whole_balance("total_disability"),),
    "resignation": (whole_balance("resignation"),),
    "dismissal": (whole_balance("dismissal"),),
    "contract_cut_short": (whole_balance("contract_cut_short"),),
    "end_of_contract": (whole_balance("end_of_contract"),),
    "stopped_own_work": (whole_balance("stopped_own_work"),),
    "left_indonesia": (whole_balance("left_indonesia"),),
    "withdrawal": (WITHDRAWAL,),
}
