"""Two made-up lists of people with known truth, harder in one number: what the linking is measured on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

MEN = (
    "Muhammad Ahmad Abdul Agus Budi Joko Slamet Suparman Sugeng Bambang Dedi Asep Ujang Dadang Cecep Iwan Hendra Eko Dwi "
    "Tri Rudi Hasan Husen Yusuf Ibrahim Ismail Umar Usman Ali Syarif Jamal Rohman Saepul Aceng Encep Didin Nana Yayat "
    "Wahyu Rizki Fajar Dimas Andi Arif Rahmat Taufik Hidayat Maulana Fauzi Ridwan Bayu Galih Ilham Reza Sandi Yanto Tono "
    "Karman Sarman Sanusi Madsuri Jasmani Sukra Sarip Marjuki Komarudin Samsudin Saepudin Jaenudin Nurdin Burhan Mahfud"
).split()
WOMEN = (
    "Siti Nur Sri Dewi Ayu Putri Rina Yuni Tuti Wati Neneng Eneng Iis Euis Yayah Cucu Lilis Nani Titin Imas Rohayati Maryam "
    "Aisyah Fatimah Khadijah Zainab Halimah Aminah Rohmah Jubaedah Sarinah Sutinah Kartini Sulastri Suryani Mulyani "
    "Handayani Rahayu Lestari Wulandari Anggraeni Fitriani Fitri Indah Intan Melati Mawar Ratna Ratih Endang Ningsih "
    "Sumiati Sunarti Suharti Marlina Herlina Rosmiati Nurhayati Nurjanah Nurlaela Masitoh Uswatun Hasanah Latifah"
).split()
LAST = (
    "Saputra Pratama Wijaya Setiawan Kurniawan Gunawan Hermawan Susanto Hartono Santoso Nugroho Wibowo Purnomo Firmansyah "
    "Hidayatullah Ramadhan Syahputra Hakim Rahman Fadillah Maulana Akbar Alamsyah Iskandar Effendi Junaedi Supriyadi "
    "Suryadi Mulyadi Haryadi Sunardi Sukardi Rosadi Suhendi Suhendar Suhandi Kusnadi Sopian Sobari Sobirin Muhidin "
    "Mukhlis Muslim Mustofa Muhtar Mansur Makmur Jaya Utama Permana Perdana Nugraha Sanjaya Irawan Darmawan Kusuma "
    "Halim Salim Karim Basri Bahri Sahroni Sapri Rifai Rofii Romli Rusli Safei Sarbini Sarmada Suhaemi Tohir Wahid Yahya "
    "Zaenal Zulkarnaen Fauziah Rohimah Sofiah Soleha Yuliana Oktaviani Agustina Novitasari Puspita Permata Sari Utami "
    "Kusumawati Setiawati Rahmawati Susilawati Kurniasih Sukaesih Komalasari Purnamasari Wijayanti Widyastuti Astuti"
).split()
SPELLINGS = [("Muhammad", "Mohamad"), ("Muhammad", "Muh"), ("Muhammad", "M."), ("Ahmad", "Akhmad"), ("Abdul", "Abd"), ("u", "oe"),
             ("y", "j"), ("j", "dj"), ("ai", "ae"), ("f", "p"), ("z", "j"), ("sy", "s"), ("dh", "d"), ("ii", "i"), ("h", "")]  # fmt: skip
TITLES = ["H. ", "Hj. ", "Drs. ", "Ustadz ", "Ibu ", "Bapak "]
DEGREES = [", S.Pd", ", S.E.", " SH", ", A.Md", " S.Ag"]
REGENCIES = {"3672": 43, "3604": 326, "3673": 67, "3601": 339, "3602": 345, "3603": 274, "3671": 104, "3674": 54}


@dataclass(frozen=True)
class Lists:
    """Workers and participants as offices send them, and the pairs (worker_id, participant_id) that are one person."""

    workers: pl.DataFrame
    participants: pl.DataFrame
    truth: pl.DataFrame
    persons: int


def made(
    rows: int, *, seed: int = 1, coverage: float = 0.6, harder: float = 1.0, regencies: int | None = None,
    twice: float = 0.0, rows_b: int | None = None, twins: float = 0.0
) -> Lists:  # fmt: skip
    """Lists of `rows` each; every rate of faults is multiplied by `harder`, a share `twice` of workers stands in two rows."""
    chance = np.random.default_rng(seed)
    rows_b = rows if rows_b is None else rows_b
    both = min(int(rows * coverage), rows_b)
    people = _people(chance, rows + rows_b - both, regencies or (2 if rows <= 200_000 else 8), twins)
    of_a = np.arange(rows)
    of_b = np.concatenate([np.arange(both), np.arange(rows, rows + rows_b - both)])
    again = chance.choice(rows, int(rows * twice), replace=False)
    of_a = np.concatenate([of_a, again])
    a = _seen(chance, people, of_a, harder * 1.2)
    b = _seen(chance, people, of_b, harder * 0.6)
    a, of_a = _shuffled(chance, a, of_a)
    b, of_b = _shuffled(chance, b, of_b)
    a = a.with_columns(id=pl.format("A{}", pl.int_range(pl.len())))
    b = b.with_columns(id=pl.format("B{}", pl.int_range(pl.len())))
    truth = (
        pl.DataFrame({"person": of_a, "worker_id": a["id"]})
        .join(pl.DataFrame({"person": of_b, "participant_id": b["id"]}), on="person")
        .select("worker_id", "participant_id")
    )
    return Lists(a, b, truth, rows)


def _people(chance: np.random.Generator, count: int, regencies: int, twins: float) -> pl.DataFrame:
    woman = chance.random(count) < 0.45
    first = np.where(woman, _drawn(chance, WOMEN, count), _drawn(chance, MEN, count))
    second = np.where(woman, _drawn(chance, WOMEN + LAST[60:], count, 0.6), _drawn(chance, MEN + LAST, count, 0.6))
    third = _drawn(chance, LAST, count, 0.5)
    words = chance.choice([1, 2, 3], count, p=[0.12, 0.58, 0.30])
    born = np.datetime64("1961-01-01") + chance.integers(0, 365 * 46, count)
    kabs = list(REGENCIES)[:regencies]
    sizes = np.array([REGENCIES[k] for k in kabs], float)
    kab = chance.choice(len(kabs), count, p=(sizes / sizes.sum()))
    village = (chance.random(count) ** 1.3 * sizes[kab]).astype(int)
    prefix = np.where(chance.random(count) < 0.85, kab, chance.integers(0, len(kabs), count))
    away = chance.random(count) < 0.12
    kabs_n = np.array([int(k) for k in kabs])
    prefix4 = np.where(away, chance.integers(31, 36, count) * 100 + chance.integers(1, 30, count), kabs_n[prefix])
    frame = pl.DataFrame(
        {"first": first, "second": second, "third": third, "words": words, "born": born, "woman": woman,
         "kab": kabs_n[kab], "kec": village // 8 + 1, "desa": village % 8 + 1001, "prefix": prefix4,
         "sub": chance.integers(1, 9, count), "serial": (chance.random(count) ** 3 * 39).astype(int) + 1}
    )  # fmt: skip
    if twins:  # a brother or sister of the same day and village, with the same last name and the next serial
        n = int(count * twins)
        of = chance.choice(count // 2, n, replace=False)
        to = count // 2 + chance.choice(count - count // 2, n, replace=False)
        rows = np.arange(count)
        rows[to] = of
        twin = frame[rows].with_columns(serial=pl.col("serial") + 1)
        keep = frame.select("first", "words")
        frame = pl.DataFrame(twin.with_columns(keep["first"])).with_columns(
            serial=pl.when(pl.Series(rows != np.arange(count))).then(pl.col("serial")).otherwise(frame["serial"])
        )
    # No two people share a NIK: the serial counts those of one day and district.
    frame = frame.with_columns(
        serial=pl.int_range(pl.len()).over("prefix", "sub", "born", "woman") * 40 + pl.col("serial")
    )
    day = pl.col("born").dt.day() + pl.when("woman").then(40).otherwise(0)
    return frame.with_columns(
        nik=pl.format("{}{}{}{}{}", "prefix", _two(pl.col("sub")), _two(day), pl.col("born").dt.strftime("%m%y"),
                      pl.col("serial").cast(pl.String).str.zfill(4)),
        name=pl.concat_str("first", pl.when(pl.col("words") > 1).then("second"),
                           pl.when(pl.col("words") > 2).then("third"), separator=" ", ignore_nulls=True),
    )  # fmt: skip


def _drawn(chance: np.random.Generator, words: list[str], count: int, power: float = 0.9) -> np.ndarray:
    """Words by a law of few frequent and many rare ones; beyond the list, syllables are joined to make rare names."""
    weights = 1 / np.arange(1, len(words) + 1) ** power
    common = chance.choice(np.array(words, dtype=object), count, p=weights / weights.sum())
    ends = np.array("wan man din yah ti sih nah di to no ni ta ra la ma wi na ya".split(), dtype=object)
    heads = np.array("Su Sa Ka Ma Ro Ju Ha Mu Ta Ra Wa Ba Da Sar Mar Nur Yul Har Kur Ru Jo Er Is".split(), dtype=object)
    middles = np.array("r ki ka mi ma li la di da ha ri ro se si su ti to".split(), dtype=object)
    rare = heads[chance.integers(0, len(heads), count)] + middles[chance.integers(0, len(middles), count)]
    rare = rare + ends[chance.integers(0, len(ends), count)]
    return np.where(chance.random(count) < 0.3, rare, common)


def _two(number: pl.Expr) -> pl.Expr:
    return number.cast(pl.String).str.zfill(2)


def _seen(chance: np.random.Generator, people: pl.DataFrame, of: np.ndarray, harder: float) -> pl.DataFrame:
    """The people as a list shows them: misspelt, with digits wrong, missing or of someone else."""
    truth = people[of]
    n = len(of)
    nik = _faulty_niks(chance, truth["nik"].to_numpy().astype("U16"), n, harder)
    born = truth["born"].to_numpy().astype("datetime64[D]").copy()
    wrong = chance.random(n) < 0.02 * harder
    born[wrong] += chance.choice([1, -1, 30, -365, 365, 10, -10], wrong.sum())
    dates = pl.Series(born).dt
    year, month, day = (x.to_numpy() for x in (dates.year(), dates.month(), dates.day()))
    swap = (chance.random(n) < 0.015 * harder) & (day <= 12)
    month, day = np.where(swap, day, month), np.where(swap, month, day)
    no_date = chance.random(n) < 0.03 * harder
    first_jan = chance.random(n) < 0.01 * harder
    month, day = np.where(first_jan, 1, month), np.where(first_jan, 1, day)
    sex_wrong = chance.random(n) < 0.004 * harder
    women = truth["woman"].to_numpy() ^ sex_wrong
    moved = chance.random(n) < 0.04 * harder
    others = people[chance.integers(0, len(people), n)]
    no_village = chance.random(n) < 0.04 * harder
    kab = np.where(moved & (chance.random(n) < 0.3), others["kab"].to_numpy(), truth["kab"].to_numpy())
    kec = np.where(moved, others["kec"].to_numpy(), truth["kec"].to_numpy())
    desa = np.where(moved, others["desa"].to_numpy(), truth["desa"].to_numpy())
    place = pl.DataFrame({"kab": kab, "kec": kec, "desa": desa, "none": no_village})
    return pl.DataFrame(
        {
            "nik": pl.Series(nik).replace("", None),
            "nama": _names(chance, truth, n, harder),
            "tanggal_lahir": pl.DataFrame({"y": year, "m": month, "d": day, "none": no_date}).select(
                date=pl.when("none").then(None).otherwise(pl.date("y", "m", "d"))
            )["date"],
            "jenis_kelamin": np.where(women, "P", "L"),
            "kode_kab": place["kab"].cast(pl.String),
            "kode_desa": place.select(
                code=pl.when(~pl.col("none")).then(pl.format("{}{}{}", "kab", _two(pl.col("kec")), "desa"))
            )["code"],
            "kelompok": np.array(["nelayan", "petani", "ojek", "pedagang", "marbot"])[chance.integers(0, 5, n)],
        }
    )


def _faulty_niks(chance: np.random.Generator, niks: np.ndarray, n: int, harder: float) -> np.ndarray:
    digits = niks.astype("U16").view("U1").reshape(n, 16).copy()
    typo = np.flatnonzero(chance.random(n) < 0.045 * harder)
    digits[typo, chance.integers(0, 16, len(typo))] = chance.integers(0, 10, len(typo)).astype("U1")
    swapped = np.flatnonzero(chance.random(n) < 0.015 * harder)
    at = chance.integers(0, 15, len(swapped))
    digits[swapped, at], digits[swapped, at + 1] = digits[swapped, at + 1].copy(), digits[swapped, at].copy()
    excel = np.flatnonzero(chance.random(n) < 0.004 * harder)
    digits[excel, 15] = "0"
    seen = digits.copy().view("U16").reshape(n)
    recycled = np.flatnonzero(chance.random(n) < 0.006 * harder)
    seen[recycled] = seen[chance.integers(0, n, len(recycled))]
    short = np.flatnonzero(chance.random(n) < 0.003 * harder)
    seen[short] = [text[:15] for text in seen[short]]
    seen[chance.random(n) < 0.035 * harder] = ""
    return seen


def _names(chance: np.random.Generator, truth: pl.DataFrame, n: int, harder: float) -> pl.Series:
    names = truth["name"].to_list()
    changed = np.flatnonzero(chance.random(n) < 0.16 * harder)
    kinds = chance.choice(7, len(changed), p=[0.35, 0.2, 0.1, 0.1, 0.1, 0.1, 0.05])
    for row, kind in zip(changed.tolist(), kinds.tolist(), strict=True):
        names[row] = _variant(chance, names[row], kind)
    caps = chance.random(n) < 0.5
    return pl.Series([name.upper() if up else name for name, up in zip(names, caps.tolist(), strict=True)])


def _variant(chance: np.random.Generator, name: str, kind: int) -> str:
    words = name.split()
    if kind == 0:
        old, new = SPELLINGS[chance.integers(0, len(SPELLINGS))]
        return name.replace(old, new, 1) or name
    if kind == 1 and len(name) > 4:
        at = int(chance.integers(1, len(name) - 1))
        return [name[:at] + name[at + 1 :], name[:at] + name[at + 1] + name[at] + name[at + 2 :],
                name[:at] + "aeiouknr"[chance.integers(0, 8)] + name[at + 1 :]][chance.integers(0, 3)]  # fmt: skip
    if kind == 2 and len(words) > 1:
        return " ".join(words[:-1])
    if kind == 3 and len(words) > 1:
        return " ".join([*words[:-1], words[-1][0]])
    if kind == 4:
        return TITLES[chance.integers(0, len(TITLES))] + name
    if kind == 5:
        return name + DEGREES[chance.integers(0, len(DEGREES))]
    return " ".join(reversed(words))


def _shuffled(chance: np.random.Generator, frame: pl.DataFrame, of: np.ndarray) -> tuple[pl.DataFrame, np.ndarray]:
    order = chance.permutation(frame.height)
    return frame[order], of[order]
