"""The bound of memory: two threads that read as many bytes as the inputs have, and write as many as the results have."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import population

THREADS = 2


class Copied:
    def __init__(self, folder: Path) -> None:
        rows = len(population.read(folder, "day"))
        half = rows * (len(population.INPUTS) + len(population.RESULTS)) // 2  # read once and written once
        self.source, self.target = np.arange(half, dtype=np.int64), np.zeros(half, dtype=np.int64)
        self.pool = ThreadPoolExecutor(THREADS)

    def start(self) -> None:
        return None

    def results(self, _: None) -> None:
        parts = [np.array_split(array, THREADS) for array in (self.target, self.source)]
        list(self.pool.map(np.copyto, *parts))

    def off(self) -> int:
        return 0
