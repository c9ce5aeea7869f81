# `make help` lists the targets; V=1 shows the commands.

VERSION := 0.1.0
PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/mkbulletin
BUILD   ?= build
CFLAGS  ?= -O2 -g

PACKAGES := glib-2.0 gio-2.0 libcmark yaml-0.1 pangoft2 harfbuzz harfbuzz-subset fontconfig \
            cairo cairo-pdf cairo-ft freetype2 icu-uc libpng libjpeg jansson \
            pixman-1 zlib libdeflate libseccomp
# Opened by those who need them (src/base/late.h), not linked.
LATE     := libqpdf librsvg-2.0 libgit2 libsoup-3.0
WARNINGS := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
            -Wwrite-strings -Wvla -Wformat=2 -Werror
# Against what a fault in memory would give away. Sanitizers and coverage do without; CFLAGS come last,
# and where they do not optimize, or have a level of their own, _FORTIFY_SOURCE stays out.
HARDEN    = $(if $(SANITIZE),,-fPIE -fstack-protector-strong -fstack-clash-protection $(TARGET_FLAGS) \
            $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),$(if $(findstring FORTIFY,$(CPPFLAGS) $(CFLAGS)),,\
            -D_FORTIFY_SOURCE=3)))
HARD_LINK = $(if $(SANITIZE),,-pie -Wl,-z,relro,-z,now,-z,noexecstack)
# Control-flow protection is of x86-64.
TARGET_FLAGS = $(eval TARGET_FLAGS := $(if $(findstring x86_64,$(shell $(CC) -dumpmachine)),-fcf-protection))$(TARGET_FLAGS)
DEFINES  := -D_GNU_SOURCE -DMKB_VERSION='"$(VERSION)"' -DMKB_DATADIR='"$(DATADIR)"'

PROGRAM := $(BUILD)/mkbulletin
LIBRARY := $(BUILD)/libmkbulletin.a
# Of the program alone: main(), and malloc().
MAIN    := $(BUILD)/obj/src/app/main.o $(BUILD)/obj/src/app/memory.o
OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard src/*/*.c))
UNITS   := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*.c))
TARGETS := $(patsubst tests/fuzz/%.c,%,$(filter-out tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c)))
REPLAYS := $(TARGETS:%=$(BUILD)/tests/fuzz/%)
FUZZERS := $(TARGETS:%=$(BUILD)/fuzzers/%)
C_FILES  = $(wildcard src/*/*.[ch] tests/*/*.[ch])

# pkg-config is asked once, and not before something is compiled: `make setup test` starts on
# machines that have no pkg-config yet.
ask = $(eval $1 := $(or $(shell $2),$(error run `make setup` first)))$($1)
PKG_CFLAGS = $(call ask,PKG_CFLAGS,pkg-config --cflags $(PACKAGES) $(LATE))
PKG_LIBS   = $(call ask,PKG_LIBS,pkg-config --libs $(PACKAGES))
SONAMES    = $(call ask,SONAMES,scripts/sonames '$(CC)' $(LATE))

COMPILE = $(CC) -std=c11 $(DEFINES) $(WARNINGS) -Isrc $(PKG_CFLAGS) $(SONAMES) $(HARDEN) $(CPPFLAGS) \
          $(CFLAGS) $(SANITIZE)
LINK    = $(CC) $(HARD_LINK) $(CFLAGS) $(SANITIZE) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) $(PKG_LIBS) -lm

Q := $(if $(V),,@)

.PHONY: all setup bulletin docs test peers test-web soak soak-generated soak-mutations soak-fonts soak-linear check-layers asan fuzz fuzzers valgrind lint coverage hygiene \
        bench bench-setup bench-instructions format format-check install install-files deb uninstall clean help FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: $(PROGRAM) ## the program, build/mkbulletin

setup: ## installs the Debian packages and fonts that are missing
	@scripts/setup

# Beside setup, everything else waits for it.
ifneq ($(filter setup,$(MAKECMDGOALS)),)
$(filter-out setup,$(MAKECMDGOALS)) $(BUILD)/flags: | setup
endif

# Holds the flags of the last build, so that another compiler, flag or PREFIX builds anew.
$(BUILD)/flags: FORCE | $(BUILD)
	@$(if $(subst [$(file <$@)],,[$(COMPILE) $(LDFLAGS)]),$(file >$@,$(COMPILE) $(LDFLAGS)))

$(BUILD):
	@mkdir -p $@

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  CC    $<'
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

# The folders are prerequisites so that a removed source leaves the archive.
$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS)) $(wildcard src/*/)
	@echo '  AR    $@'
	@rm -f $@
	$(Q)$(AR) rcs $@ $(filter %.o,$^)

$(PROGRAM): $(MAIN) $(LIBRARY)
	@echo '  LINK  $@'
	$(Q)$(LINK)

$(UNITS): $(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  LINK  $@'
	$(Q)$(LINK)

# Fuzz targets, run on inputs that were kept.
$(REPLAYS): $(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/replay.o \
            $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  LINK  $@'
	$(Q)$(LINK)

bulletin: $(PROGRAM) ## out/bulletin.pdf, set from content/
	$(PROGRAM) build content -o out/bulletin.pdf

docs/rules.md: $(PROGRAM) ## from the table of editorial rules
	@echo '  DOC   $@'
	$(Q)$(PROGRAM) rules --markdown >$@

docs/front-matter.schema.json: $(PROGRAM) ## from the tables of keys
	@echo '  DOC   $@'
	$(Q)$(PROGRAM) schema >$@

HANDBOOK := docs/handbook

docs: $(PROGRAM) docs/rules.md docs/front-matter.schema.json ## what docs/ has from the program, and out/handbook.pdf, .html
	@echo '  DOC   $(HANDBOOK)'
	$(Q)MKBULLETIN=$(PROGRAM) scripts/pictures $(HANDBOOK)/images
	$(Q)MKBULLETIN=$(PROGRAM) scripts/template-chapter >$(HANDBOOK)/annexes/3-templates.md
	$(Q)$(MAKE) --no-print-directory out/handbook.pdf out/handbook.html

out/handbook.pdf out/handbook.html: $(PROGRAM) $(wildcard $(HANDBOOK)/*.* $(HANDBOOK)/*/*.*)
	$(Q)$(PROGRAM) build $(HANDBOOK) --strict -q -o $@

test: check-layers format-check $(PROGRAM) $(UNITS) $(REPLAYS) ## all tests
	@MKBULLETIN=$(PROGRAM) BUILD=$(BUILD) UNITS='$(UNITS)' REPLAYS='$(REPLAYS)' tests/run

peers: $(PROGRAM) ## the PDFs in PDFium, which npm has
	@MKBULLETIN=$(PROGRAM) BUILD=$(BUILD) tests/peers/run

test-web: $(PROGRAM) ## the HTML in Chromium, with axe-core; asks npm for what it drives it with
	@MKBULLETIN=$(PROGRAM) BUILD=$(BUILD) tests/web/run

# What takes long, a part a line: a program in perl that prints TAP. SEED= repeats a random one.
SOAK_watch  = tests/watch/edits.pl $(PROGRAM) $(BUILD)/soak-watch $(or $(EDITS),1000) $(SEED)
SOAK_faults = tests/faults/io.pl $(PROGRAM) $(BUILD)/soak-faults
SOAK_kills  = tests/faults/kills.pl $(PROGRAM) $(BUILD)/soak-kills $(or $(KILLS),250) 25 $(SEED)
SOAK_memory = tests/faults/memory.pl $(PROGRAM) $(BUILD)/soak-memory
SOAK_live   = tests/faults/live.pl $(PROGRAM) $(BUILD)/soak-live 40 $(SEED)

SOAKS := $(patsubst SOAK_%,soak-%,$(filter SOAK_%,$(.VARIABLES)))

soak: $(SOAKS) soak-generated soak-mutations soak-fonts soak-linear ## all that takes long, some hours; each part is a target

soak-watch: ## 1,000 random edits under `watch`, some ten minutes; EDITS= and SEED= choose others
soak-faults: ## every call that writes fails, in each way, half an hour
soak-kills: ## 1,000 kills at random moments and at each call, eight at once, ten minutes; KILLS= of four commands
soak-memory: ## memory is refused at every place that asks for it, twenty minutes
soak-live: ## faults under `watch` and `lsp`, ten minutes
.PHONY: $(SOAKS)

$(SOAKS): soak-%: $(PROGRAM)
	@rm -rf $(BUILD)/$@
	@perl $(SOAK_$*) | tee $(BUILD)/$@.log | grep -v '^ok'; \
	    grep -q '^1\.\.' $(BUILD)/$@.log && ! grep -q '^not ok' $(BUILD)/$@.log

soak-generated: $(PROGRAM) ## 2,000 bulletins at random, built and checked, some forty minutes; N= and SEED= choose others
	@rm -rf $(BUILD)/generated
	@perl tests/generated/run.pl --seed $(or $(SEED),1) $(PROGRAM) $(BUILD)/generated 1-$(or $(N),2000) | \
	    tee $(BUILD)/generated.log | grep -v '^ok'; \
	    grep -q '^1\.\.' $(BUILD)/generated.log && ! grep -q '^not ok' $(BUILD)/generated.log

soak-mutations: $(PROGRAM) $(REPLAYS) ## 100,000 samples with faults, two minutes; MUTATIONS= and SEED= choose others
	@MKBULLETIN=$(CURDIR)/$(PROGRAM) MUTATIONS=$(or $(MUTATIONS),100000) SEED=$(SEED) bash tests/hard/mutations.t

soak-fonts: $(PROGRAM) ## 2,000 broken fonts, five minutes; FONTS= and SEED= choose others
	@MKBULLETIN=$(CURDIR)/$(PROGRAM) FONTS=$(or $(FONTS),2000) SEED=$(SEED) bash tests/hard/fonts.t | grep -v '^ok'

soak-linear: $(PROGRAM) ## whether what is meant to hurt takes time in proportion, five minutes
	@MKBULLETIN=$(CURDIR)/$(PROGRAM) LINEAR=all bash tests/hard/linear.t

check-layers: ## who may include whom in src/
	@scripts/check-layers

# Its program stands a folder deeper, from where it would not find the templates by itself.
asan: ## all tests under AddressSanitizer, LeakSanitizer and UBSan
	@ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
	LSAN_OPTIONS='suppressions=$(CURDIR)/scripts/lsan.supp:print_suppressions=0' \
	TIME_LIMIT=$(or $(TIME_LIMIT),600) $(MAKE) --no-print-directory test BUILD=$(BUILD)/asan DATADIR='$(CURDIR)' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

fuzz: ## each fuzz target for TIME seconds, 60 by default
	@$(MAKE) --no-print-directory fuzzers BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' \
	    SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
	@BUILD=$(BUILD)/fuzz TIME=$(TIME) tests/fuzz/run $(TARGETS)

fuzzers: $(FUZZERS)

$(FUZZERS): $(BUILD)/fuzzers/%: $(BUILD)/obj/tests/fuzz/%.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  LINK  $@'
	$(Q)$(LINK) -fsanitize=fuzzer

# Where a test fails, the numbers are told all the same.
coverage: ## what of src/ all tests run; fails below 92 % of lines, 80 % of branches, 100 % of the lines that write
	@-find $(BUILD)/coverage -name '*.gcda' -delete 2>/dev/null
	@failed=0; TIME_LIMIT=$(or $(TIME_LIMIT),900) $(MAKE) --no-print-directory test BUILD=$(BUILD)/coverage \
	    DATADIR='$(CURDIR)' CFLAGS='-O0 -g' SANITIZE=--coverage || failed=1; \
	BUILD=$(BUILD)/coverage scripts/coverage && [ $$failed -eq 0 ]

lint: ## gcc's analyzer, clang-tidy and cppcheck on src/, some twenty minutes of a processor; FILES= chooses
	@FLAGS='$(filter-out -Werror,-std=c11 -D_GNU_SOURCE $(WARNINGS) -Isrc $(PKG_CFLAGS)) $(SONAMES)' scripts/lint $(FILES)

valgrind: $(PROGRAM) ## some forty runs of all commands under valgrind
	@PROGRAM=$(PROGRAM) scripts/valgrind

# Each goes on where another has failed; what it said is in build/hygiene/NAME.log.
HYGIENE := lint valgrind asan coverage

hygiene: ## lint, valgrind, asan and coverage, one after the other, a line each; ONLY= chooses; an hour of a processor
	@BUILD=$(BUILD) MAKE='$(MAKE)' scripts/hygiene $(or $(ONLY),$(HYGIENE))

bench: $(PROGRAM) ## time and memory against other typesetters and what is to be met; RUNS=, SIZES=, WITH=
	@MKBULLETIN=$(PROGRAM) BUILD=$(BUILD) CC='$(CC)' tests/bench/run

bench-setup: ## installs the typesetters that bench compares with, 800 MiB from Debian, 50 MiB from npm
	@scripts/setup --bench
	@BUILD=$(BUILD) tests/bench/setup

bench-instructions: $(PROGRAM) ## records how many instructions building and checking a notice take
	@MKBULLETIN=$(PROGRAM) BUILD=$(BUILD) tests/bench/count >$(BUILD)/instructions
	@cp $(BUILD)/instructions tests/bench/instructions && tail -n 2 tests/bench/instructions

format: ## lays the C sources out as .clang-format says
	@clang-format -i $(C_FILES)

format-check: ## fails where `make format` would change a file
	@clang-format --dry-run -Werror $(C_FILES)

SHARE := $(DESTDIR)$(DATADIR)
DOC   := $(DESTDIR)$(PREFIX)/share/doc/mkbulletin
MAN   := $(DESTDIR)$(PREFIX)/share/man
COMPLETIONS := $(addprefix $(DESTDIR)$(PREFIX)/share/,bash-completion/completions/mkbulletin \
               zsh/site-functions/_mkbulletin fish/vendor_completions.d/mkbulletin.fish)

install: install-files out/handbook.pdf out/handbook.html ## into PREFIX, /usr/local by default; DESTDIR is honoured
	fonts/fetch --check
	install -D -m 644 -t $(SHARE)/fonts fonts/*.tt[cf] fonts/*.otf
	install -D -m 644 -t $(DOC) out/handbook.pdf out/handbook.html

install-files: $(PROGRAM) ## the same without the fonts
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/mkbulletin
	install -D -m 644 -t $(SHARE)/templates templates/*.yaml
	cd templates/starters && find . -type f -exec install -D -m 644 {} '$(SHARE)/templates/starters/{}' \;
	install -D -m 644 -t $(SHARE)/schemas docs/ledger.schema.json docs/diagnostics.schema.json \
	    docs/front-matter.schema.json docs/diff.schema.json docs/stats.schema.json docs/deps.schema.json
	install -D -m 644 -t $(SHARE)/fonts fonts/manifest
	install -D -m 644 -t $(SHARE)/fonts/licences fonts/licences/*
	install -D -m 644 docs/mkbulletin.1 $(MAN)/man1/mkbulletin.1
	install -D -m 644 docs/mkbulletin.zh.1 $(MAN)/zh_CN/man1/mkbulletin.1
	install -D -m 644 -t $(DOC)/handbook $(HANDBOOK)/bulletin.md $(HANDBOOK)/closing.md $(HANDBOOK)/*.yaml
	install -D -m 644 -t $(DOC)/handbook/annexes $(HANDBOOK)/annexes/*
	install -D -m 644 -t $(DOC)/handbook/images $(HANDBOOK)/images/*
	install -d $(dir $(COMPLETIONS))
	$(PROGRAM) completions bash >'$(word 1,$(COMPLETIONS))'
	$(PROGRAM) completions zsh --lang=en >'$(word 2,$(COMPLETIONS))'
	$(PROGRAM) completions fish --lang=en >'$(word 3,$(COMPLETIONS))'
	chmod 644 $(COMPLETIONS)

deb: ## a Debian package, whose fonts are those of Debian
	@rm -rf $(BUILD)/deb
	@$(MAKE) --no-print-directory install-files BUILD=$(BUILD)/debian PREFIX=/usr DESTDIR='$(CURDIR)/$(BUILD)/deb' >/dev/null
	@BUILD=$(BUILD) MAINTAINER="$(MAINTAINER)" CC='$(CC)' LATE='$(LATE)' scripts/deb $(VERSION)

uninstall: ## removes what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/mkbulletin $(COMPLETIONS)
	rm -f $(MAN)/man1/mkbulletin.1 $(MAN)/zh_CN/man1/mkbulletin.1
	rm -rf $(SHARE)/templates $(SHARE)/fonts $(SHARE)/schemas
	rm -rf $(DOC)/handbook $(DOC)/handbook.pdf $(DOC)/handbook.html
	-rmdir $(SHARE) $(DOC)

clean: ## removes what make made
	rm -rf $(BUILD) out/bulletin.pdf out/handbook.pdf out/handbook.html

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 20

-include $(OBJECTS:.o=.d) $(patsubst $(BUILD)/%,$(BUILD)/obj/%.d,$(UNITS) $(REPLAYS)) \
         $(BUILD)/obj/tests/fuzz/replay.d
