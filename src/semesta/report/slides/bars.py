"""Bar charts that PowerPoint and LibreOffice draw themselves from a small workbook inside, so that an office can mend them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from semesta.report import flow
from semesta.report.measure import text_width
from semesta.report.slides.deck import Bars
from semesta.report.slides.words import rgb
from semesta.report.word_fields import fixed_zip

if TYPE_CHECKING:
    from pptx.chart.chart import Chart

LEAST_BAR = 15.0
"""Points that a bar takes with the space around it, where it can still be read."""
NAME_ROOM = 0.34
"""Part of the width that names take at most."""


def add_bars(slide: Any, bars: Bars, left: float, top: float, width: float, height: float) -> None:
    """The chart in its place, with its text for those who cannot see it."""
    make: Any = CategoryChartData
    data = make(number_format=bars.number_format)
    data.categories = [flow.printable(name) for name in bars.names]
    for series in bars.series:
        data.add_series(flow.printable(series.title), series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(left), Pt(top), Pt(width), Pt(height), data)
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("descr", flow.printable(bars.text))
    properties.set("name", flow.printable(bars.caption)[:200])
    size = _size(bars, height)
    _set_axes(frame.chart, bars, size, width)
    _set_bars(frame.chart, bars, size)
    _without_clock(frame.chart)


def _size(bars: Bars, height: float) -> float:
    each = height / max(1, len(bars.names) * len(bars.series))
    return 12.0 if each >= 20 else 11.0 if each >= LEAST_BAR else 10.0


def _set_axes(chart: Chart, bars: Bars, size: float, width: float) -> None:
    """From zero, without numbers along it, and long enough for the labels behind the bars."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.rgb = rgb("text")
    across, down = chart.value_axis, chart.category_axis
    low, high = _reach(bars, size, width)
    across.visible, across.has_major_gridlines = False, False
    across.minimum_scale, across.maximum_scale = low, high
    down.reverse_order = True
    down.major_tick_mark = XL_TICK_MARK.NONE
    down.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    down.format.line.color.rgb = rgb("muted")
    down.has_major_gridlines = False


def _reach(bars: Bars, size: float, width: float) -> tuple[float, float]:
    values = [float(value) for series in bars.series for value in series.values]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = high - low or 1.0
    names = min(NAME_ROOM * width, max((text_width(name, size) for name in bars.names), default=0.0))
    plot = max(60.0, width - names - 20.0)
    label = min(0.6 * plot, max((text_width(said, size) for said in labels(bars)), default=0.0) + 14.0)
    stretched = span / (1 - label / plot)
    return (low - (stretched - span) if low < 0 else 0.0), low + stretched if low >= 0 else high + stretched - span


def labels(bars: Bars) -> list[str]:
    """About what stands beside the bars: with several series each says its name, so there is no legend."""
    longest = "0" * 18 if "Rp" in bars.number_format else "0" * 9
    return [f"{series.title}: {longest}" if len(bars.series) > 1 else longest for series in bars.series]


def _set_bars(chart: Chart, bars: Bars, size: float) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 45, -5 if len(bars.series) > 1 else 0, False
    plot.has_data_labels = True
    shown = plot.data_labels
    shown.show_value, shown.show_series_name = True, len(bars.series) > 1
    shown.number_format, shown.number_format_is_linked = bars.number_format, False
    shown.position = XL_LABEL_POSITION.OUTSIDE_END
    shown.font.size, shown.font.bold = Pt(size), len(bars.series) == 1
    _set_separator(shown._element)
    # On one line: LibreOffice otherwise breaks a label after a fifth of the chart's width.
    shown._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    for made, series in zip(plot.series, bars.series, strict=True):
        made.format.fill.solid()
        made.format.fill.fore_color.rgb = rgb(series.colour)
        made.invert_if_negative = False
        for number, colour in enumerate(bars.colours):
            made.points[number].format.fill.solid()
            made.points[number].format.fill.fore_color.rgb = rgb(colour)


def _set_separator(labels_element: Any) -> None:
    """ "Iuran diterima: Rp480.457.660", not "Iuran diterima; Rp480.457.660"."""
    separator = OxmlElement("c:separator")
    separator.text = ": "
    labels_element.find(qn("c:showBubbleSize")).addnext(separator)


def _without_clock(chart: Any) -> None:
    """The workbook inside without the time at which it was written: the same round gives the same bytes."""
    part = chart.part.chart_workbook.xlsx_part
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(part.blob)) as book, zipfile.ZipFile(held, "w") as fixed:
        for name in book.namelist():
            content = book.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", content)
            fixed.writestr(name, content)
    part._blob = fixed_zip(held.getvalue())
