# Two commands do everything: `make demo` and `make test`. Both need Go and nothing else.

GO      ?= go
export CGO_ENABLED ?= 0
BUILD   = $(GO) build -trimpath -ldflags "-s -w"

.PHONY: build demo serve test race lint bench weights clean

build: ## the program, as ./chancery
	$(BUILD) -o chancery ./cmd/chancery

DEMO    = ./chancery --archive demo/demo.db

demo: build ## read the example reports into a fresh archive and show a dossier
	@rm -rf demo && mkdir demo
	@$(DEMO) read examples/reports
	@echo
	@$(DEMO) brief Kenya Ethiopia
	@echo
	@echo "What to try next (the last line with reports of your own):"
	@echo "  export CHANCERY_ARCHIVE=demo/demo.db"
	@echo "  ./chancery why $$($(DEMO) brief Kenya Ethiopia | sed -n 's/.* \([0-9a-f]\{8\}\)$$/\1/p' | head -n 1)                  the passages behind the first sign above"
	@echo "  ./chancery brief Suriname Guyana         a quarrel, and how it was mediated"
	@echo "  ./chancery timeline Moldova Romania      a treaty from initials to ratification"
	@echo "  ./chancery standing Mongolia --as-of 2026-01-20"
	@echo "  ./chancery commitments --open            what was promised and is not done yet"
	@echo "  ./chancery brief Mongolia --format html > demo/mongolia.html"
	@echo "  ./chancery read YOUR-REPORTS/            and then: ./chancery brief --help"
	@echo
	@echo "All of it in a browser: make serve, then open http://127.0.0.1:8421"

serve: build ## the demo's record in a browser
	@test -f demo/demo.db || $(MAKE) -s demo
	@$(DEMO) serve --quiet

test: ## all tests
	$(GO) test ./...

race: ## all tests under the race detector, which needs cgo and a C compiler
	CGO_ENABLED=1 $(GO) test -race ./...

lint: ## formatting, vet and, where the module proxy has them, staticcheck and govulncheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed:" $$unformatted; exit 1; fi
	$(GO) vet ./...
	@sh .ci/linters

bench: ## the benchmarks whose figures BENCHMARKS.md quotes; whole runs: go run ./internal/measure ./chancery
	$(GO) test -run '^$$' -bench . -benchmem ./...

weights: ## learn the weights of english/ again from the treebanks in ../shared
	$(GO) run ./english/training

clean:
	rm -rf chancery demo dist
