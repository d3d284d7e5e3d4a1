"""The losses that the table of partial disability of Lampiran III names, each with its code and title."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from semesta.basics.words import Words

DISABILITY_LINES: Mapping[int | str, Words] = MappingProxyType(
    {
        "right_arm": Words("Lengan kanan dari sendi bahu", "Right arm from the shoulder"),
        "left_arm": Words("Lengan kiri dari sendi bahu", "Left arm from the shoulder"),
        "right_arm_elbow": Words("Lengan kanan dari atau dari atas siku", "Right arm from or above the elbow"),
        "left_arm_elbow": Words("Lengan kiri dari atau dari atas siku", "Left arm from or above the elbow"),
        "right_hand": Words("Tangan kanan dari atau dari atas pergelangan", "Right hand from or above the wrist"),
        "left_hand": Words("Tangan kiri dari atau dari atas pergelangan", "Left hand from or above the wrist"),
        "both_legs": Words("Kedua tungkai dari pangkal paha", "Both legs from the groin"),
        "one_leg": Words("Satu tungkai dari pangkal paha", "One leg from the groin"),
        "both_feet": Words("Kedua kaki dari mata kaki", "Both feet from the ankle"),
        "one_foot": Words("Satu kaki dari mata kaki", "One foot from the ankle"),
        "both_eyes": Words("Kedua mata", "Both eyes"),
        "one_eye": Words("Satu mata atau diplopia penglihatan dekat", "One eye, or double near sight"),
        "hearing_both": Words("Pendengaran kedua telinga", "Hearing of both ears"),
        "hearing_one": Words("Pendengaran satu telinga", "Hearing of one ear"),
        "right_thumb": Words("Ibu jari tangan kanan", "Right thumb"),
        "left_thumb": Words("Ibu jari tangan kiri", "Left thumb"),
        "right_index": Words("Telunjuk tangan kanan", "Right index finger"),
        "left_index": Words("Telunjuk tangan kiri", "Left index finger"),
        "right_finger": Words("Satu jari lain tangan kanan", "One other finger of the right hand"),
        "left_finger": Words("Satu jari lain tangan kiri", "One other finger of the left hand"),
        "right_index_phalanx": Words("Ruas pertama telunjuk kanan", "First phalanx of the right index finger"),
        "left_index_phalanx": Words("Ruas pertama telunjuk kiri", "First phalanx of the left index finger"),
        "right_finger_phalanx": Words("Ruas pertama jari lain tangan kanan", "First phalanx of another right finger"),
        "left_finger_phalanx": Words("Ruas pertama jari lain tangan kiri", "First phalanx of another left finger"),
        "big_toe": Words("Satu ibu jari kaki", "One big toe"),
        "second_toe": Words("Satu jari telunjuk kaki", "One second toe"),
        "toe": Words("Satu jari kaki lain", "One other toe"),
        "scalp": Words(
            "Terkelupasnya kulit kepala, menurut penilaian dokter", "Scalp torn off, as the doctor assesses"
        ),
        "impotence": Words("Impotensi", "Impotence"),
        "leg_shorter_below_5cm": Words("Satu tungkai memendek kurang dari 5 cm", "One leg shorter by less than 5 cm"),
        "leg_shorter_5cm": Words(
            "Satu tungkai memendek 5 cm sampai kurang dari 7,5 cm", "One leg shorter by 5 to less than 7.5 cm"
        ),
        "leg_shorter_7_5cm": Words("Satu tungkai memendek 7,5 cm atau lebih", "One leg shorter by 7.5 cm or more"),
        "hearing_both_drop": Words("Penurunan daya dengar kedua telinga", "Drop of hearing of both ears"),
        "hearing_one_drop": Words("Penurunan daya dengar satu telinga", "Drop of hearing of one ear"),
        "one_auricle": Words("Satu daun telinga", "One auricle"),
        "both_auricles": Words("Kedua daun telinga", "Both auricles"),
        "nostril": Words("Cuping hidung", "Nostril"),
        "septum": Words("Perforasi sekat rongga hidung", "Perforated septum"),
        "smell": Words("Daya penciuman", "Sense of smell"),
        "capacity_51_70": Words("Kemampuan kerja fisik hilang 51–70 %", "Physical capacity for work lost by 51–70 %"),
        "capacity_26_50": Words("Kemampuan kerja fisik hilang 26–50 %", "Physical capacity for work lost by 26–50 %"),
        "capacity_10_25": Words("Kemampuan kerja fisik hilang 10–25 %", "Physical capacity for work lost by 10–25 %"),
        "mental_capacity": Words("Kemampuan kerja mental hilang tetap", "Mental capacity for work lost for good"),
        "acuity_drop": Words("Penurunan efisiensi tajam penglihatan", "Loss of visual acuity"),
        "colour_vision": Words("Penglihatan warna", "Colour vision"),
        "field_drop": Words("Penyempitan lapang pandang", "Loss of visual field"),
    }
)


def mirrored(line: str) -> str:
    """The same loss on the other side of the body; a loss without a side is its own mirror."""
    side, _, part = line.partition("_")
    return {"right": f"left_{part}", "left": f"right_{part}"}.get(side, line)
