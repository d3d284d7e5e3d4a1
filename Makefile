# Semesta: each target says what it does; `make` alone lists them.
# Needs Python 3.11 or newer and make. Everything else goes into .venv, at the versions of lock/, checked by hash.

.DEFAULT_GOAL := help
.PHONY: help setup run serve test test-spark test-actuarial test-office test-browser test-api check fix docs bench bench-law bench-people bench-web bench-plan lock

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PEERS := openfisca policyengine ttsim
PLAN_PEERS := modelx pal
EXAMPLES := banten-2022 cilegon-2024 isian-ringkas cilegon-2024-agustus banten-2025 kota-contoh
LOCK := $(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet

help:
	@echo "make run          pasang lalu jalankan contoh sampai laporannya jadi            set up and make the reports of the examples"
	@echo "make serve        pasang lalu buka Semesta di http://127.0.0.1:8000             set up and open Semesta in a browser"
	@echo "make test         pasang semuanya lalu jalankan semua uji                       set up everything and run all tests"
	@echo "make test-spark   semua aturan pada Spark (perlu Java 17)                       all rules on Spark (needs Java 17)"
	@echo "make test-actuarial cadangan klaim dengan chainladder                          reserves with chainladder"
	@echo "make test-office  semua naskah dibuka dengan LibreOffice                        every document opened in LibreOffice"
	@echo "make setup        hanya memasang                                                set up only"
	@echo "make test-browser semua halaman dalam peramban Chromium                         every page in a browser"
	@echo "make test-api     API ditanya acak menurut uraiannya sendiri                    the API asked at random by its own description"
	@echo "make check        bentuk, gaya, tipe, lapisan, dokumentasi, kunci               format, lint, types, layers, docs, lock files"
	@echo "make fix          rapikan yang dapat dirapikan sendiri                          mend what can be mended without thought"
	@echo "make docs         tulis ulang halaman docs/reference                            write the pages of docs/reference anew"
	@echo "make bench        ukur kecepatan, tulis docs/benchmarks.md                      measure speed, write docs/benchmarks.md"
	@echo "make bench-law    bandingkan aturan dengan mesin lain                           compare the law with other engines"
	@echo "make bench-people ukur daftar orang: baca, padankan, ringkas (lama)             measure lists of people: read, link, sum up (long)"
	@echo "make bench-web    ukur Ringkasan dengan 50 orang sekaligus (10 menit)           measure the first page with 50 people at once (10 min)"
	@echo "make bench-plan   ukur proyeksi, gotong royong dan prioritas                    measure projection, pooling and priority"
	@echo "make lock         perbarui lock/ dari pyproject.toml                            renew lock/ from pyproject.toml"

# Stamps inside .venv: what is done is not done again until its cause changes.
$(BIN)/.made:
	@python=; for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Perlu Python 3.11 atau lebih baru. (Python 3.11 or newer is needed.)" >&2; exit 1; fi; \
	"$$python" -m venv .venv
	@touch "$@"

# The tools that build come first, locked too, so that nothing is fetched without its hash.
$(BIN)/.base: $(BIN)/.made lock/build.txt lock/base.txt pyproject.toml
	@echo "Memasang yang diperlukan untuk berjalan … (installing what running needs)"
	@$(PIP) install --require-hashes -r lock/build.txt
	@$(PIP) install --require-hashes --no-build-isolation -r lock/base.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch "$@"

$(BIN)/.dev: $(BIN)/.base lock/dev.txt
	@echo "Memasang yang diperlukan untuk uji dan pemeriksaan … (installing what tests and checks need)"
	@$(PIP) install --require-hashes --no-build-isolation -r lock/dev.txt
	@touch "$@"

setup: $(BIN)/.dev

run: $(BIN)/.base
	@for example in $(EXAMPLES); do \
		printf '\n== %s ==\n\n' "$$example"; \
		$(BIN)/semesta monev "examples/$$example" --out "hasil/$$example" || exit 1; \
	done
	@printf '\n== rencana-cilegon ==\n\n'
	@$(BIN)/semesta plan run examples/rencana-cilegon/rencana.yaml --out hasil/rencana-cilegon
	@printf '\n== gotong-royong ==\n\n'
	@$(BIN)/semesta pool examples/gotong-royong --programme JKM --out hasil/gotong-royong
	@printf '\n== cadangan-klaim ==\n\n'
	@$(BIN)/semesta reserve examples/cadangan-klaim --out hasil/cadangan-klaim
	@printf '\nLaporan ada di folder hasil: satu folder per contoh, laporan.pdf dibuka lebih dulu. (Reports are in the folder hasil.)\n'

serve: $(BIN)/.base
	@SEMESTA_HOME="$${SEMESTA_HOME:-.semesta}" $(BIN)/semesta serve

# A file of tests stays on one core: what it made once serves all of them.
EVERY_CORE := -n auto --dist loadfile

# The office a second time on a real PostgreSQL, which comes from a package and needs no root.
test: $(BIN)/.dev
	@$(BIN)/python -m pytest $(EVERY_CORE)
	@SEMESTA_TEST_DATABASE=postgresql $(BIN)/python -m pytest $(EVERY_CORE) tests/web

# Large, and of no use without Java: in no other group, and Java is looked for before anything is fetched.
$(BIN)/.spark: $(BIN)/.dev lock/spark.txt
	@echo "Memasang Spark, sekitar 500 MB … (installing Spark, about 500 MB)"
	@$(PIP) install --require-hashes --no-build-isolation -r lock/spark.txt
	@touch "$@"

test-spark: $(BIN)/.made
	@$(BIN)/python tests/spark/java.py
	@$(MAKE) --no-print-directory $(BIN)/.spark
	@$(BIN)/python -m pytest tests/spark

$(BIN)/.actuarial: $(BIN)/.dev lock/actuarial.txt
	@echo "Memasang chainladder … (installing chainladder)"
	@$(PIP) install --require-hashes --no-build-isolation -r lock/actuarial.txt
	@touch "$@"

test-actuarial: $(BIN)/.actuarial
	@$(BIN)/python -m pytest tests/actuarial

test-office: $(BIN)/.dev
	@$(BIN)/python tests/office/soffice.py
	@$(BIN)/python -m pytest tests/office

$(BIN)/.browser: $(BIN)/.dev lock/browser.txt
	@echo "Memasang pengendali peramban … (installing what drives a browser)"
	@$(PIP) install --require-hashes --no-build-isolation -r lock/browser.txt
	@touch "$@"

# An installed Chromium is used; where there is none, one is downloaded.
test-browser: $(BIN)/.browser
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest tests/browser

$(BIN)/.api: $(BIN)/.dev lock/api.txt
	@echo "Memasang penanya API … (installing what asks the API)"
	@$(PIP) install --require-hashes --no-build-isolation -r lock/api.txt
	@touch "$@"

test-api: $(BIN)/.api
	@$(BIN)/python -m pytest tests/web/api

# The only list of checks: the same by hand, before a commit and in CI. All are made, whichever fails.
CHECKS := check-format check-lint check-types check-layers check-docs check-lock
.PHONY: $(CHECKS)

check: $(BIN)/.dev
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)

check-format:
	@$(BIN)/ruff format --check .

check-lint:
	@$(BIN)/ruff check .

check-types:
	@$(BIN)/mypy

check-layers:
	@$(BIN)/lint-imports

check-docs:
	@$(BIN)/python docs/generate.py --check

check-lock:
	@if grep -nE '^(-|#)|://|@ ' lock/*.txt; then echo "lock/ names more than versions and hashes" >&2; exit 1; fi

fix: $(BIN)/.dev
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

docs: $(BIN)/.dev
	@$(BIN)/python docs/generate.py

bench: $(BIN)/.dev
	@$(BIN)/python benchmarks/run.py

# Other engines, each in an environment of its own, since they ask for versions that exclude each other.
$(BIN)/.bench-%: $(BIN)/.base lock/bench-%.txt
	@echo "Memasang $* … (installing $*)"
	@$(BIN)/python -m venv .venv/bench/$*
	@.venv/bench/$*/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r lock/bench-$*.txt
	@touch "$@"

# One and ten million people; ROWS=1000000 for one million alone.
bench-law: $(BIN)/.dev $(PEERS:%=$(BIN)/.bench-%)
	@$(BIN)/python benchmarks/run.py law $(ROWS)

# ONLY=people_import for one of them.
bench-people: $(BIN)/.dev
	@$(BIN)/python benchmarks/run.py people $(ONLY)

# ONLY=dashboard for one of them.
bench-web: $(BIN)/.dev
	@$(BIN)/python benchmarks/run.py web $(ONLY)

# ONLY=projection for one of them.
bench-plan: $(BIN)/.dev $(PLAN_PEERS:%=$(BIN)/.bench-%)
	@$(BIN)/python benchmarks/run.py plan $(ONLY)

# Dev holds base, base goes with build: each is made under the constraint of the wider one.
lock: $(BIN)/.dev
	@$(LOCK) pyproject.toml --group build --group dev -o lock/dev.txt
	@$(LOCK) pyproject.toml -c lock/dev.txt -o lock/base.txt
	@$(LOCK) --group build -c lock/dev.txt -o lock/build.txt
	@$(LOCK) pyproject.toml --extra spark -c lock/dev.txt -o lock/spark.txt
	@$(LOCK) pyproject.toml --extra actuarial -c lock/spark.txt -o lock/actuarial.txt
	@$(LOCK) --group browser -c lock/dev.txt -o lock/browser.txt
	@$(LOCK) --group api -c lock/dev.txt -o lock/api.txt
	@$(foreach peer,$(PEERS) $(PLAN_PEERS),$(LOCK) --group bench-$(peer) -o lock/bench-$(peer).txt &&) true
