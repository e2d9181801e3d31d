# `make run` and `make test` install what is missing and do their job; `make help` lists the rest.

SCENE ?= scenes/chain.txt
PREFIX ?= /usr/local
SWIFT ?= swift

# Colours would be other options of the compiler on a terminal than in a pipe, and everything would
# be built again.
PLAIN = --no-color-diagnostics
ifeq ($(shell uname -s),Linux)
  # A static runtime starts quicker and needs no toolchain where the program is installed.
  RELEASE = -c release $(PLAIN) --static-swift-stdlib
else
  RELEASE = -c release $(PLAIN)
endif
# The dependencies in Package.swift are the architecture: importing past them is an error.
CHECKED = $(PLAIN) --explicit-target-dependency-import-check error
# Package.swift looks for libvterm, which may have been installed since it was read last.
FRESH = --manifest-cache none
FORMATTED = Package.swift Sources Tests $(wildcard Benchmarks)
PROGRAM = .build/release/backprop-tui
INSTALLED = $(DESTDIR)$(PREFIX)

.DEFAULT_GOAL := help
.PHONY: run test build bench lint install uninstall help swift-toolchain

# Standard output belongs to the program: everything before it reports to standard error.

## run [SCENE=scenes/chain.txt]   build the release and open a scene
run: swift-toolchain
	@$(call need,ncurses.h:libncurses-dev zlib.h:zlib1g-dev)
	@$(SWIFT) build $(RELEASE) --product backprop-tui >&2
	@$(PROGRAM) $(SCENE)

## test                           all tests, then every number the scenes state
test: swift-toolchain
	@$(call need,ncurses.h:libncurses-dev zlib.h:zlib1g-dev vterm.h:libvterm-dev)
	$(SWIFT) test $(CHECKED) $(FRESH) --skip EndToEndTests
	@# In a terminal alone: what is asked of it there are answers in time.
	$(SWIFT) test $(CHECKED) $(FRESH) --skip-build --filter EndToEndTests
	$(SWIFT) run --skip-build $(FRESH) backprop-tui check scenes/*.txt

## build                          debug build, with the imports checked against Package.swift
build: swift-toolchain
	@$(call need,ncurses.h:libncurses-dev zlib.h:zlib1g-dev)
	$(SWIFT) build $(CHECKED)

## bench                          speed and memory beside C and other programs
bench: swift-toolchain
	@$(call need,ncurses.h:libncurses-dev zlib.h:zlib1g-dev)
	@( $(call need,vim:vim dot:graphviz) ) || echo "Going on without vim or dot" >&2
	@$(SWIFT) build $(RELEASE) >&2
	@.build/release/Benchmarks

## lint                           the formatter has nothing to change
lint: swift-toolchain
	$(SWIFT) format lint --strict -r $(FORMATTED)

## install [PREFIX=/usr/local]    the program, its scenes and its themes
install: swift-toolchain
	@$(call need,ncurses.h:libncurses-dev zlib.h:zlib1g-dev)
	$(SWIFT) build $(RELEASE) --product backprop-tui
	install -d $(INSTALLED)/bin $(INSTALLED)/share/backprop-tui/scenes \
	  $(INSTALLED)/share/backprop-tui/themes
	install -m 755 $(PROGRAM) $(INSTALLED)/bin/backprop-tui
	-strip $(INSTALLED)/bin/backprop-tui
	install -m 644 scenes/*.txt $(INSTALLED)/share/backprop-tui/scenes
	install -m 644 themes/*.txt $(INSTALLED)/share/backprop-tui/themes

## uninstall [PREFIX=/usr/local]  take all of it away again
uninstall:
	rm -f $(INSTALLED)/bin/backprop-tui
	rm -rf $(INSTALLED)/share/backprop-tui

## help                           this list
help:
	@sed -n 's/^## /make /p' Makefile

swift-toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or newer is missing: https://www.swift.org/install" >&2; exit 1; }

# Installs the Debian packages whose headers or programs are missing: $(call need,FILE:PACKAGE …)
define need
missing=; for pair in $(1); do \
  found=; for folder in /usr/include /usr/local/include /opt/homebrew/include \
    /usr/bin /usr/local/bin /opt/homebrew/bin \
    $$(xcrun --show-sdk-path 2>/dev/null)/usr/include; do \
    if [ -e "$$folder/$${pair%%:*}" ]; then found=yes; fi; done; \
  if [ -z "$$found" ]; then missing="$$missing $${pair##*:}"; fi; done; \
if [ -z "$$missing" ]; then exit 0; fi; \
if [ "$$(uname -s)" = Darwin ]; then \
  echo "Missing. Please run: xcode-select --install; brew install libvterm" >&2; exit 1; fi; \
if ! command -v apt-get >/dev/null; then \
  echo "Please install what this system calls$$missing, then try again." >&2; exit 1; fi; \
install="apt-get install --yes --no-install-recommends$$missing"; \
if [ "$$(id -u)" = 0 ]; then root=env; \
elif command -v sudo >/dev/null; then root=sudo; \
else echo "Please run as root: apt-get update && $$install" >&2; exit 1; fi; \
echo "Installing$$missing" >&2; \
{ $$root apt-get update && $$root DEBIAN_FRONTEND=noninteractive $$install; } >&2 || \
{ echo "That failed. Please run as root: apt-get update && $$install" >&2; exit 1; }
endef
