# Two commands: `make run` opens the app, `make test` runs every test. Both install what the system lacks.
# Rust is the one thing that must be there already: README.md says how to get it.

.DEFAULT_GOAL := run
SHELL := /bin/bash

BUILD_PACKAGES := gcc libc6-dev pkg-config libssl-dev libwebkit2gtk-4.1-dev
TEST_PACKAGES := chromium webkit2gtk-driver xvfb xdotool strace poppler-utils qpdf libreoffice-writer-nogui python3-venv \
	dbus at-spi2-core gir1.2-atspi-2.0 python3-gi

BENCH_PACKAGES := poppler-utils libreoffice-writer-nogui python3-venv libpango-1.0-0 libpangoft2-1.0-0

EXAMPLE := assets/library/examples/northgate-bakers.toml
PACK := example-pack

.PHONY: run test offline soak fuzz bench-documents bench-window bench-large same-build lint build-packages test-packages

## Opens the app; where there is no display, makes the example pack instead.
run: build-packages
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		cargo run --release --locked --package toadlane --features custom-protocol; \
	else \
		echo "There is no display here, so the window cannot open. Making the example pack instead."; \
		rm -rf $(PACK); \
		cargo run --release --locked --package toadlane-cli -- pack $(EXAMPLE) --out $(PACK) && \
		echo "The example pack lies in $(CURDIR)/$(PACK)"; \
	fi

# All packages in one go: asked for one by one, cargo would build what they share once for each choice of features.
# The shell is built along with them, because its own tests start it; the tests in the window take it from there.
EVERYTHING := --locked --workspace --features toadlane-tests/window

# The drawn cases of the property tests are the same in each run, so that what passed once passes again.
# `make soak` draws new ones.
SEED := PROPTEST_RNG_SEED=20261125

## Runs every test: the core, the shell, the real window.
test: test-packages lint
	$(SEED) HISTORIES=10000 cargo test $(EVERYTHING)
	./scripts/check-documents
	./scripts/check-screens

## The real window where there is no network at all, but for the loopback through which its driver speaks to it.
offline: test-packages
	@./scripts/install-packages iproute2
	cargo build $(EVERYTHING)
	cargo test $(EVERYTHING) --test window --no-run
	unshare --net --map-root-user sh -c 'ip link set lo up && exec cargo test --offline $(EVERYTHING) --test window'

## Every fault at every call, 50,000 histories, and cases that nobody has seen yet: an hour or so.
soak: test-packages
	SOAK=1 HISTORIES=50000 cargo test --locked --package store -- --nocapture
	SOAK=1 cargo test --locked --package typeset
	SOAK=1 cargo test --locked --package desk --lib killed -- --nocapture
	SOAK=1 cargo test --locked --package desk --test desk largest
	SOAK=1 cargo test --locked --package desk --test desk long_life -- --nocapture
	SOAK=1 cargo test --locked --package screens --test screens -- workshop anything --nocapture
	cargo build $(EVERYTHING)
	SOAK=1 cargo test $(EVERYTHING) --test window costs_nothing -- --nocapture

## Ten minutes of each fuzz target, or MINUTES of each.
fuzz: build-packages
	@./scripts/install-packages g++
	./scripts/fuzz

VENV := $(or $(CARGO_TARGET_DIR),target)/bench-documents/venv

## The same constitution through five programs; puts the times into tests/bench/RESULTS.md.
bench-documents: build-packages
	@./scripts/install-packages $(BENCH_PACKAGES)
	cargo build --release --locked --manifest-path tests/bench/documents/Cargo.toml \
		--target-dir $(or $(CARGO_TARGET_DIR),target)/bench-documents
	test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement tests/bench/requirements.txt
	$(VENV)/bin/python tests/bench/compare-documents --record

## How fast the real window is, as it is released; puts the times into tests/bench/RESULTS.md.
bench-window: build-packages
	@./scripts/install-packages webkit2gtk-driver xvfb python3
	cargo build --release --locked --package toadlane --features custom-protocol
	python3 tests/bench/window --record

## A desk of 10,000 co-ops that were changed 1,000 times each: makes it below the target folder, 5 GB, and measures it.
bench-large: build-packages
	cargo bench --locked --package desk --bench large

## Builds the last commit twice, in folders of different names, and compares the programs byte by byte.
same-build: build-packages
	./scripts/build-twice

lint:
	cargo fmt --all --check
	cargo clippy $(EVERYTHING) --all-targets -- --deny warnings

build-packages:
	@./scripts/install-packages $(BUILD_PACKAGES)

test-packages:
	@./scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
