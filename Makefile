# vanban - make demo, make test, make acceptance; see README.md
#
#   make            the program, build/vanban            SAN=1     ASan + UBSan, build-san/
#   make demo       installs, builds, renders the sample  WERROR=1  warnings are errors
#   make test       what runs on light packages
#   make demo-batch installs, builds, makes a province's 102 notices, build/batch
#   make gallery    all samples in one PDF, build/gallery.pdf, and their first pages, samples/gallery.png
#   make acceptance the heavy judges, sanitizers, valgrind, make analyze
#   make analyze    gcc -fanalyzer, cppcheck, clang-tidy: nothing to be said
#   make test-cluster  shards on a real Slurm and on two hosts by GNU parallel, a node killed; as root; part of acceptance
#   make goldens    takes what is drawn and said now for right: read git diff
#   make install    PREFIX=/usr/local DESTDIR=
#   make bench      ratios to a floor program; VS=PROGRAM compares with another build
#   make fuzz       strangers' input by chance, FUZZ_SECONDS of each kind (20); needs clang
#   make cover      lines of src/ that the tests run, by gcov
#   make soak       SOAK_RECORDS documents (100000) in one batch: memory and descriptors stay as they are
#   make faults     every allocation and every write fails once
#   make clean

OUT     := build$(if $(SAN),-san)$(if $(FUZZ),-fuzz)$(if $(COVER),-cover)
VERSION := $(shell sed -n 's/^.define VB_VERSION "\(.*\)"/\1/p' include/vanban.h)
SOVERSION := 0
PKGS    := libxml-2.0 libutf8proc harfbuzz harfbuzz-subset fontconfig libpng libjpeg
CC      ?= gcc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
CFLAGS  += -fPIC -fvisibility=hidden -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wstrict-prototypes -Wmissing-prototypes -Wvla \
           -Wclobbered -Wno-missing-field-initializers -DPREFIX='"$(PREFIX)"' -Iinclude -Isrc -Itests -MMD -MP $(if $(WERROR),-Werror)
LDLIBS   = $(shell pkg-config --libs $(PKGS)) -lhpdf -ldeflate -lnettle -lcsv -lseccomp -lm
CPPFLAGS = $(shell pkg-config --cflags $(PKGS))
# What makes a fault of ours, or of a library, an end instead of a door. All objects are -fPIC, which -pie
# takes as it takes -fPIE: they serve the program and both libraries. tests/hardened.sh looks.
HARDENED := -fstack-protector-strong $(if $(SAN)$(FUZZ)$(COVER)$(filter -O0,$(CFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
CFLAGS  += $(HARDENED)
LDFLAGS += -Wl,-z,relro,-z,now,-z,noexecstack
PIE     := -pie
ifdef FUZZ                       # the targets' build: make fuzz
CC      := clang
CFLAGS  += -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -Wno-unknown-warning-option
LDFLAGS += -fsanitize=fuzzer,address,undefined
endif
ifdef COVER                      # counts lines: make cover
CFLAGS  += -O0 --coverage -fprofile-update=atomic -DCOVER='"$(CURDIR)/$(OUT)"'
LDFLAGS += --coverage -Wl,--wrap=_exit -Wl,--wrap=syscall,--wrap=setrlimit
endif
ifdef SAN
CFLAGS  += -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
endif

SOURCES := $(wildcard src/*.c src/*/*.c src/*/*/*.c)
PROGRAM := src/cli/% src/batch/% src/diff/% src/html/% src/preview/% src/report/%
CORE    := $(patsubst %.c,$(OUT)/%.o,$(filter-out $(PROGRAM),$(SOURCES)))
CORE    += $(if $(COVER),$(OUT)/tests/cover/exit.o $(OUT)/tests/cover/fence.o)
TESTS   := $(patsubst tests/%.c,$(OUT)/tests/%,$(wildcard tests/test_*.c))

CLI     := $(patsubst %.c,$(OUT)/%.o,$(filter $(PROGRAM),$(SOURCES)))

all: $(OUT)/vanban

$(OUT)/vanban: $(CLI) $(OUT)/libvanban.a
	@$(CC) $(PIE) $(LDFLAGS) -o $@ $^ $(LDLIBS) -ljson-c -lmicrohttpd

$(OUT)/libvanban.a: $(CORE)
	@rm -f $@
	@$(AR) rcs $@ $^

$(OUT)/libvanban.so.$(SOVERSION): $(CORE)
	@$(CC) -shared -Wl,-soname,libvanban.so.$(SOVERSION) $(LDFLAGS) -o $@ $^ $(LDLIBS)

MAN := $(OUT)/man/man1/vanban.1 $(OUT)/man/vi/man1/vanban.1 $(OUT)/man/man5/vanban.5

$(MAN): $(OUT)/vanban src/cli/man.sh templates/README.md
	@mkdir -p $(@D)
	@OUT=$(OUT) sh src/cli/man.sh $(patsubst .%,%,$(suffix $@)) $(if $(findstring /vi/,$@),vi,en) >$@

$(OUT)/vanban.pc: Makefile include/vanban.h
	@printf '%s\n' 'prefix=$(PREFIX)' 'Name: vanban' 'Description: Vietnamese administrative documents from XML' \
	    'Version: $(VERSION)' 'Libs: -L$${prefix}/lib -lvanban' 'Libs.private: -lhpdf -ldeflate -lnettle -lcsv -lseccomp -lm' \
	    'Requires.private: $(PKGS)' 'Cflags: -I$${prefix}/include' >$@

$(OUT)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(OUT)/src/preview/asset.o: $(wildcard src/preview/page/*)
$(OUT)/src/html/asset.o: $(wildcard src/html/page/*)
$(OUT)/src/diff/sheet.o: $(wildcard src/diff/page/*)

$(TESTS): $(OUT)/tests/%: $(OUT)/tests/%.o $(OUT)/libvanban.a
	@$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) -lcmocka $(LDLIBS)

$(OUT)/htmls: $(OUT)/src/html/asset.o $(OUT)/src/html/gallery.o $(OUT)/src/html/pages.o $(OUT)/src/html/shell.o
$(OUT)/stand $(OUT)/svgs $(OUT)/htmls: $(OUT)/%: $(OUT)/tests/%.o $(OUT)/libvanban.a
	@$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS)

$(OUT)/without: tests/without.c
	@$(CC) -O2 -Wall -Wextra -o $@ $< -lseccomp

$(OUT)/tests/test_memory: LDFLAGS += -Wl,--wrap=calloc,--wrap=malloc,--wrap=realloc
$(OUT)/tests/test_pool: $(OUT)/src/batch/pool.o
$(OUT)/tests/test_align: $(OUT)/src/diff/align.o
$(OUT)/tests/test_random: $(patsubst %.c,$(OUT)/%.o,$(wildcard tests/random/*.c))

FUZZERS := $(addprefix $(OUT)/fuzz/,data template records csv picture font manifest foreign)

$(FUZZERS): $(OUT)/fuzz/%: $(OUT)/tests/fuzz/%.o $(OUT)/tests/fuzz/fuzz.o $(OUT)/libvanban.a
	@mkdir -p $(@D)
	@$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS) -ljson-c -lmicrohttpd
$(addprefix $(OUT)/fuzz/,data template records): $(OUT)/tests/fuzz/xml.o
# A target stands in the place of mutool's process.
$(OUT)/fuzz/foreign: LDFLAGS += -Wl,--wrap=child_read
$(OUT)/fuzz/manifest: $(filter-out $(OUT)/src/cli/%,$(CLI))
$(OUT)/words: $(OUT)/tests/fuzz/words.o $(OUT)/libvanban.a
	@$(CC) $(filter-out -fsanitize=fuzzer%,$(LDFLAGS)) -fsanitize=address,undefined -o $@ $^ $(LDLIBS)

# ---- what must be installed ------------------------------------------------------
BUILD_DEPS := gcc libc6-dev pkg-config libxml2-dev libutf8proc-dev libharfbuzz-dev \
              libfontconfig-dev libpng-dev libjpeg62-turbo-dev libhpdf-dev libdeflate-dev nettle-dev libcsv-dev libseccomp-dev libjson-c-dev libmicrohttpd-dev fonts-liberation2
TEST_DEPS  := libcmocka-dev python3 python3-fitz poppler-utils mupdf-tools qpdf libxml2-utils fontconfig
GALLERY_DEPS := python3 python3-fitz fontconfig
CLUSTER_DEPS := munge slurmctld slurmd slurm-client parallel openssh-server iproute2 python3
FUZZ_DEPS := clang libclang-rt-dev python3 mupdf-tools
HEAVY_DEPS := nodejs npm valgrind jing default-jdk-headless libjaxb-java libpdfbox2-java libfontbox2-java \
              libcommons-logging-java libactivation-java libjaxb-api-java libitext5-java libbcprov-java libbcpkix-java \
              libbcutil-java libnss3-tools softhsm2 chromium imagemagick libreoffice-writer-nogui

ANALYZE_DEPS := gcc python3 cppcheck clang-tidy

deps:
	@sh tests/deps.sh $(BUILD_DEPS)
deps-test: deps
	@sh tests/deps.sh $(TEST_DEPS)
deps-gallery: deps
	@sh tests/deps.sh $(GALLERY_DEPS)
deps-heavy: deps-test
	@sh tests/deps.sh $(HEAVY_DEPS)
deps-analyze: deps
	@sh tests/deps.sh $(ANALYZE_DEPS)
deps-fuzz: deps
	@sh tests/deps.sh $(FUZZ_DEPS)
deps-cluster: deps
	@sh tests/deps.sh $(CLUSTER_DEPS)

# ---- what is run -------------------------------------------------------------------
# What follows a `deps` runs in a make of its own, since pkg-config is asked while make reads.
SAMPLE := samples/bac-giang-bao-cao-2020-02
RENDER  = $(OUT)/vanban render $(SAMPLE)/data.xml -t $(SAMPLE)/template.xml

BATCH   = $(OUT)/vanban batch samples/batch/data.xml -t samples/batch/template.xml

demo: deps
	@$(MAKE) --no-print-directory pdf
	@echo "Xong / done: $(CURDIR)/$(OUT)/bac-giang.pdf"

demo-batch: deps
	@$(MAKE) --no-print-directory $(OUT)/vanban
	@$(BATCH) -o $(OUT)/batch --list $(OUT)/batch/danh-muc.pdf
	@echo "Xong / done: $(CURDIR)/$(OUT)/batch"

pdf: $(OUT)/vanban
	@$(RENDER) -o $(OUT)/bac-giang.pdf

# Written into the build by the test, into samples/ by hand: the sheet changes with the program's pages.
GALLERY = /usr/bin/python3 -B samples/gallery.py $(OUT)/vanban $(OUT)/gallery.pdf

gallery: deps-gallery
	@$(MAKE) --no-print-directory $(OUT)/vanban
	@$(GALLERY) samples/gallery.png

test: deps-test
	@$(MAKE) --no-print-directory checks pdf $(OUT)/reference
	@sh tests/layers.sh
	@sh tests/reference.sh
	@/usr/bin/python3 -B tests/examples.py $(OUT)/vanban
	@sh tests/schema.sh
	@sh tests/guide.sh
	@$(GALLERY) $(OUT)/gallery.png
	@sh tests/install.sh
	@sh tests/hardened.sh $(OUT)
	@/usr/bin/python3 -B tests/accept/test_rules.py
	@/usr/bin/python3 -B tests/accept/test_fill.py
	@/usr/bin/python3 -B tests/accept/make_reference.py --check $(patsubst %/data.xml,%,$(wildcard samples/*-*/data.xml))
	@/usr/bin/python3 -B tests/accept/test_pages.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/accept/party.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/accept/copied.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/accept/table.py $(OUT)/vanban >$(OUT)/table.txt && grep ' samples: ' $(OUT)/table.txt
	@/usr/bin/python3 -B tests/accept/agree.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/foreign/agree.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/foreign/agree.py $(OUT)/vanban --through cairo
	@sh tests/accept/all.sh
	@/usr/bin/python3 -B tests/accept/headers.py $(OUT)/vanban $(OUT)/headers
	@sh tests/accept/fill.sh

# Of one build, plain or SAN=1.
checks: units $(OUT)/vanban $(OUT)/without $(OUT)/collect $(OUT)/stand $(OUT)/merge $(OUT)/svgs $(OUT)/htmls
	@OUT=$(OUT) sh tests/bad.sh
	@OUT=$(OUT) sh tests/sandbox.sh
	@$(if $(SAN)$(COVER),SLOW=6) /usr/bin/python3 -B tests/late.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/hostile.py $(OUT)/vanban $(if $(SAN)$(COVER),--any-memory)
	@/usr/bin/python3 -B tests/limits.py $(OUT)/vanban
	@OUT=$(OUT) sh tests/collect.sh
	@OUT=$(OUT) sh tests/golden.sh
	@OUT=$(OUT) sh tests/types.sh
	@OUT=$(OUT) sh tests/kinds.sh
	@OUT=$(OUT) sh tests/modes.sh
	@OUT=$(OUT) sh tests/standards.sh
	@OUT=$(OUT) sh tests/images.sh
	@OUT=$(OUT) sh tests/accents.sh
	@/usr/bin/python3 -B tests/boxes.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/map.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/merged.py $(OUT)/vanban $(OUT)/merge
	@/usr/bin/python3 -B tests/measures.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/check/run.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/foreign/bad.py $(OUT)/vanban $(if $(SAN),--any-memory)
	@/usr/bin/python3 -B tests/foreign/made.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/batch.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/sample.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/preview.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/stand.py $(OUT)/stand $(OUT)/vanban
	@/usr/bin/python3 -B tests/svg.py $(OUT)/vanban $(OUT)/svgs
	@/usr/bin/python3 -B tests/html_pages.py $(OUT)/vanban $(OUT)/htmls
	@/usr/bin/python3 -B tests/diff.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/slip.py $(OUT)/vanban
	@/usr/bin/python3 -B tests/long_table.py $(OUT)/vanban $(if $(SAN)$(COVER),--any-memory)

units: $(TESTS)
	@printf '%s\n' $(TESTS) | xargs -P 2 -I TEST sh -c 'TEST >TEST.out 2>&1 || { cat TEST.out; exit 255; }; grep PASSED TEST.out | sed "s,^.*PASSED  . ,TEST: ,"'

acceptance: deps-heavy deps-analyze
	@$(MAKE) --no-print-directory analyzed
	@$(MAKE) --no-print-directory pdf $(OUT)/merge $(OUT)/htmls
	@$(MAKE) --no-print-directory SAN=1 checks
	@/usr/bin/python3 -B tests/batch.py $(OUT)/vanban --kills 20
	@sh tests/memory.sh
	@$(MAKE) --no-print-directory fuzz-short faults FAULTS="--memory --every 80"
	@$(MAKE) --no-print-directory faults FAULTS="--files --every 9"
	@sh tests/schema.sh jing
	@mkdir -p build/node && cp tests/accept/package.json build/node/
	@npm install --prefix build/node --omit=optional --ignore-scripts --no-audit --no-fund --silent
	@$(MAKE) --no-print-directory $(OUT)/svgs $(OUT)/floor
	@$(MAKE) --no-print-directory -j2 -Oline judged measured
	@node tests/accept/preview.mjs $(OUT)/vanban build/node/node_modules build/preview
	@node tests/accept/compare.mjs $(OUT)/vanban build/node/node_modules build/preview
	@$(MAKE) --no-print-directory test-cluster

# Two halves of acceptance that nobody takes the time of: Java is at work in the one, poppler and a browser in the other.
judged:
	@sh tests/accept/sign.sh build/node/node_modules
	@sh tests/accept/judges.sh build/node/node_modules

measured:
	@/usr/bin/python3 -B tests/accept/table.py $(OUT)/vanban
	@sh tests/accept/all.sh --pdfjs build/node/node_modules
	@/usr/bin/python3 -B tests/foreign/office.py $(OUT)/vanban --keep build/office
	@/usr/bin/python3 -B tests/accept/readers.py $(OUT)/vanban build/node/node_modules
	@/usr/bin/python3 -B tests/accept/svg.py $(OUT)/vanban build/node/node_modules build/svg
	@OUT=$(OUT) sh tests/images.sh --chromium build/node/node_modules
	@mkdir -p build/light && $(OUT)/svgs $(SAMPLE)/data.xml $(SAMPLE)/template.xml build/light >build/light/fonts
	@node tests/accept/light.mjs build/node/node_modules $$(ls build/light/*-*.svg | sed -n 's,\(.*/\)full-\(.*\),& \1light-\2,p')
	@/usr/bin/python3 -B tests/html_pages.py $(OUT)/vanban $(OUT)/htmls --keep build/html
	@node tests/accept/gallery.mjs build/node/node_modules build/html
	@/usr/bin/python3 -B tests/diff.py $(OUT)/vanban --keep build/diff
	@node tests/accept/diff.mjs build/node/node_modules $$(ls build/diff/*.html | sed 's,\(.*\)\.html,& \1,')

# Nothing is said, or the reason stands in tests/analyze.txt. DEEP=1: clang's path by path analysis too, some ten
# minutes of two cores, which finds what gcc's does; not in acceptance therefore.
analyze: deps deps-analyze
	@$(MAKE) --no-print-directory analyzed

analyzed:
	@/usr/bin/python3 -B tests/analyze.py $(OUT)/analyze $(if $(DEEP),gcc cppcheck clang-tidy clang-analyzer)

# Its daemons want root, a namespace of their own each, and no service of the machine.
test-cluster:
	@[ "$$(id -u)" = 0 ] && $(MAKE) --no-print-directory cluster || { [ "$$(id -u)" != 0 ] && echo "skipped test-cluster: root is needed"; }

cluster: deps-cluster
	@$(MAKE) --no-print-directory $(OUT)/vanban
	@status=0; for t in slurm parallel; do OUT=$(OUT) sh tests/cluster/$$t.sh || status=1; done; exit $$status

# ---- installing: make install PREFIX=/usr DESTDIR=/somewhere ------------------------
to = install -d $(DESTDIR)$(PREFIX)/$(1) && install -m $(2) $(3) $(DESTDIR)$(PREFIX)/$(1)

install: $(OUT)/vanban $(OUT)/libvanban.a $(OUT)/libvanban.so.$(SOVERSION) $(MAN) $(OUT)/vanban.pc
	@$(call to,bin,755,$(OUT)/vanban)
	@$(call to,lib,644,$(OUT)/libvanban.a $(OUT)/libvanban.so.$(SOVERSION))
	@ln -sf libvanban.so.$(SOVERSION) $(DESTDIR)$(PREFIX)/lib/libvanban.so
	@$(call to,lib/pkgconfig,644,$(OUT)/vanban.pc)
	@$(call to,include,644,include/vanban.h)
	@$(call to,share/vanban/templates,644,templates/*)
	@$(call to,share/vanban/fonts,644,fonts/*)
	@$(call to,share/man/man1,644,$(OUT)/man/man1/vanban.1)
	@$(call to,share/man/vi/man1,644,$(OUT)/man/vi/man1/vanban.1)
	@$(call to,share/man/man5,644,$(OUT)/man/man5/vanban.5)

reference: $(OUT)/reference $(OUT)/vanban
	@sh tests/reference.sh --update

$(OUT)/reference $(OUT)/collect $(OUT)/merge: $(OUT)/%: $(OUT)/tests/%.o $(OUT)/libvanban.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# What a change of pages or messages touches; the rest of tests/golden has an --update beside its own test.
goldens: $(OUT)/vanban $(OUT)/collect $(OUT)/stand $(OUT)/svgs
	@for t in bad collect golden types kinds; do OUT=$(OUT) sh tests/$$t.sh --update; done
	@/usr/bin/python3 -B tests/sample.py $(OUT)/vanban --update
	@/usr/bin/python3 -B tests/stand.py $(OUT)/stand $(OUT)/vanban --update
	@git status --short tests

bench: deps
	@$(MAKE) --no-print-directory $(OUT)/vanban $(OUT)/floor
	@/usr/bin/python3 tests/bench/run.py $(OUT)/vanban $(OUT)/floor $(SAMPLE) $(if $(VS),--vs $(VS))

$(OUT)/floor: tests/bench/floor.c
	@$(CC) -O2 -o $@ $< -lhpdf -lm

# What the light tests run of src/, 94 % of its lines at least.
cover: deps-test
	@find build-cover -name '*.gcda' -delete 2>/dev/null || true
	@$(MAKE) --no-print-directory COVER=1 checks
	@$(MAKE) --no-print-directory COVER=1 build-cover/reference
	@OUT=build-cover sh tests/schema.sh
	@OUT=build-cover sh tests/reference.sh
	@/usr/bin/python3 -B tests/cover/lines.py build-cover 94

SOAK_RECORDS ?= 100000
soak: deps $(OUT)/vanban
	@/usr/bin/python3 -B tests/soak.py $(OUT)/vanban $(SOAK_RECORDS)

# Each way to an allocation, each call that changes the disk; in acceptance some of them.
FAULTS ?= --memory --files
faults: deps $(OUT)/vanban $(OUT)/shim.so
	@/usr/bin/python3 -B tests/faults.py $(OUT)/vanban $(OUT)/shim.so $(FAULTS)

$(OUT)/shim.so: tests/faults/shim.c
	@$(CC) -std=c11 -D_GNU_SOURCE -O2 -fPIC -shared -o $@ $<

# Findings stay in build-fuzz/found; FUZZ=1 is a build of its own, by clang.
FUZZ_SECONDS ?= 20
FUZZ_TARGETS ?=
fuzz: deps-fuzz
	@$(MAKE) --no-print-directory $(OUT)/vanban
	@$(MAKE) --no-print-directory FUZZ=1 fuzzers
	@/usr/bin/python3 -B tests/fuzz/run.py build-fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)
# Old findings, each seed once, and half a minute of chance for all.
fuzz-short: deps-fuzz
	@$(MAKE) --no-print-directory FUZZ=1 fuzzers
	@/usr/bin/python3 -B tests/fuzz/run.py build-fuzz 24 --regress
fuzzers: $(FUZZERS) $(OUT)/words

clean:
	rm -rf build build-san build-fuzz build-cover

.PHONY: all deps deps-test deps-gallery deps-heavy deps-cluster deps-analyze analyze analyzed demo demo-batch pdf gallery test checks units acceptance judged measured test-cluster cluster reference goldens install bench clean fuzz fuzz-short fuzzers deps-fuzz soak faults cover
-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
