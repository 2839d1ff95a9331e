# vanban - make demo, make test, make acceptance; see README.md
#
#   make            the program, build/vanban            SAN=1     ASan + UBSan, build-san/
#   make test       what runs on light packages          WERROR=1  warnings are errors
#   make acceptance the heavy judges
#   make clean

OUT     := build$(if $(SAN),-san)
PKGS    := libxml-2.0 libutf8proc harfbuzz harfbuzz-subset fontconfig
CC      ?= gcc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
CFLAGS  += -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wstrict-prototypes -Wmissing-prototypes -Wvla \
           -Wclobbered -DPREFIX='"$(PREFIX)"' -Iinclude -Isrc -Itests -MMD -MP $(if $(WERROR),-Werror)
LDLIBS   = $(shell pkg-config --libs $(PKGS)) -lhpdf -ldeflate -lm
CPPFLAGS = $(shell pkg-config --cflags $(PKGS))
ifdef SAN
CFLAGS  += -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
endif

SOURCES := $(wildcard src/*.c src/*/*.c src/*/*/*.c)
CORE    := $(patsubst %.c,$(OUT)/%.o,$(filter-out src/cli/%,$(SOURCES)))
TESTS   := $(patsubst tests/%.c,$(OUT)/tests/%,$(wildcard tests/test_*.c))

CLI     := $(patsubst %.c,$(OUT)/%.o,$(wildcard src/cli/*.c))

all: $(OUT)/vanban

$(OUT)/vanban: $(CLI) $(OUT)/libvanban.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/libvanban.a: $(CORE)
	@rm -f $@
	@$(AR) rcs $@ $^

$(OUT)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(TESTS): $(OUT)/tests/%: $(OUT)/tests/%.o $(OUT)/libvanban.a
	@$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS)

# ---- what must be installed ------------------------------------------------------
BUILD_DEPS := gcc libc6-dev pkg-config libxml2-dev libutf8proc-dev libharfbuzz-dev \
              libfontconfig-dev libhpdf-dev libdeflate-dev fonts-liberation2
TEST_DEPS  := libcmocka-dev python3 python3-fitz poppler-utils mupdf-tools qpdf libxml2-utils

deps:
	@sh tests/deps.sh $(BUILD_DEPS)
deps-test: deps
	@sh tests/deps.sh $(TEST_DEPS)

# The build starts anew below `deps`, since pkg-config is asked when make reads this.
test: deps-test
	@$(MAKE) --no-print-directory units
	@sh tests/layers.sh
	@/usr/bin/python3 -B tests/accept/test_rules.py
	@/usr/bin/python3 -B tests/accept/make_reference.py --check samples/bac-giang-bao-cao-2020-02

units: $(TESTS)
	@for t in $(TESTS); do echo "  TEST $$t" && $$t || exit 1; done

acceptance: deps-test
	@$(MAKE) --no-print-directory SAN=1 units

clean:
	rm -rf build build-san

.PHONY: all deps deps-test test units acceptance clean
-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
