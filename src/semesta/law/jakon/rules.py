"""Contributions of construction projects: by the value of the contract, or by wages where they are known."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.bands import band, band_start, below_band
from semesta.law.grammar import share
from semesta.law.rule import rule

LAW = "PP 44/2015 Pasal 53–55; PP 49/2020 Pasal 12"


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKK bagian nilai proyek di bawahnya", "en": "JKK of the slices of the project value below"},
)
def jakon_jkk_below(project_value, jakon_jkk_rate_by_value):
    """What the whole slices below that of the value come to; whole rupiah, since slices are whole millions."""
    return below_band(project_value, jakon_jkk_rate_by_value)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKM bagian nilai proyek di bawahnya", "en": "JKM of the slices of the project value below"},
)
def jakon_jkm_below(project_value, jakon_jkm_rate_by_value):
    """What the whole slices below that of the value come to; whole rupiah, since slices are whole millions."""
    return below_band(project_value, jakon_jkm_rate_by_value)


@rule(
    law=LAW,
    unit="per_million",
    title={"id": "Tarif JKK bagian terakhir nilai proyek", "en": "JKK rate of the last slice of the project value"},
)
def jakon_jkk_rate(project_value, jakon_jkk_rate_by_value):
    """The rate of the slice that the value ends in."""
    return band(project_value, jakon_jkk_rate_by_value)


@rule(
    law=LAW,
    unit="per_million",
    title={"id": "Tarif JKK bagian terakhir setelah keringanan", "en": "JKK rate of the last slice after relief"},
)
def jakon_jkk_rate_due(jakon_jkk_rate, contribution_due):
    """The rate that is due."""
    return share(jakon_jkk_rate, contribution_due)


@rule(
    law=LAW,
    unit="per_million",
    title={"id": "Tarif JKM bagian terakhir nilai proyek", "en": "JKM rate of the last slice of the project value"},
)
def jakon_jkm_rate(project_value, jakon_jkm_rate_by_value):
    """The rate of the slice that the value ends in."""
    return band(project_value, jakon_jkm_rate_by_value)


@rule(
    law=LAW,
    unit="per_million",
    title={"id": "Tarif JKM bagian terakhir setelah keringanan", "en": "JKM rate of the last slice after relief"},
)
def jakon_jkm_rate_due(jakon_jkm_rate, contribution_due):
    """The rate that is due."""
    return share(jakon_jkm_rate, contribution_due)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Nilai proyek dalam bagian terakhir", "en": "Project value in its last slice"},
)
def jakon_last_slice(project_value, jakon_jkk_rate_by_value):
    """The part of the value above the start of the slice that it ends in; JKK and JKM have the same slices."""
    return project_value - band_start(project_value, jakon_jkk_rate_by_value)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKK proyek menurut nilai kontrak", "en": "JKK contribution of a project by contract value"},
)
def jakon_jkk_by_value(jakon_jkk_below, contribution_due, jakon_last_slice, jakon_jkk_rate_due):
    """What is due for the whole project: each rate counts for its own slice alone, rounded half up to a whole rupiah.

    JKK and JKM are rounded apart; an office that rounds their sum may come to one rupiah less or more.
    """
    return share(jakon_jkk_below, contribution_due) + share(jakon_last_slice, jakon_jkk_rate_due)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKM proyek menurut nilai kontrak", "en": "JKM contribution of a project by contract value"},
)
def jakon_jkm_by_value(jakon_jkm_below, contribution_due, jakon_last_slice, jakon_jkm_rate_due):
    """What is due for the whole project: each rate counts for its own slice alone, rounded half up to a whole rupiah."""
    return share(jakon_jkm_below, contribution_due) + share(jakon_last_slice, jakon_jkm_rate_due)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran proyek menurut nilai kontrak", "en": "Contribution of a project by contract value"},
)
def jakon_by_value(jakon_jkk_by_value, jakon_jkm_by_value):
    """What is due for the whole project, paid at once or by term; for projects whose wages are not known."""
    return jakon_jkk_by_value + jakon_jkm_by_value


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKK jasa konstruksi dari upah", "en": "JKK contribution of construction on wages"},
)
def jakon_jkk_by_wage(wage_per_month, jakon_jkk_wage_rate, contribution_due):
    """What is due for the month on the wages, rounded half up to a whole rupiah; a relief lowers the rate."""
    return share(wage_per_month, share(jakon_jkk_wage_rate, contribution_due))


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran JKM jasa konstruksi dari upah", "en": "JKM contribution of construction on wages"},
)
def jakon_jkm_by_wage(wage_per_month, jakon_jkm_wage_rate, contribution_due):
    """What is due for the month on the wages, rounded half up to a whole rupiah; a relief lowers the rate."""
    return share(wage_per_month, share(jakon_jkm_wage_rate, contribution_due))


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Iuran jasa konstruksi dari upah", "en": "Contribution of construction on wages"},
)
def jakon_by_wage(jakon_jkk_by_wage, jakon_jkm_by_wage):
    """What is due for the month on the wages, where they are known."""
    return jakon_jkk_by_wage + jakon_jkm_by_wage
