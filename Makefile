# Two commands do everything: `make demo` and `make test`. Both need Go and nothing else.

GO      ?= go
export CGO_ENABLED ?= 0
BUILD   = $(GO) build -trimpath -ldflags "-s -w"

.PHONY: build demo test race lint bench weights clean

build: ## the program, as ./chancery
	$(BUILD) -o chancery ./cmd/chancery

demo: build ## read the example reports into a fresh archive and show a dossier
	@rm -rf demo && mkdir demo
	@./chancery read --archive demo/demo.db examples
	@echo
	@./chancery brief --archive demo/demo.db "Kenya" "Ethiopia"
	@echo
	@./chancery demo-next --archive demo/demo.db

test: ## all tests
	$(GO) test ./...

race: ## all tests under the race detector, which needs cgo and a C compiler
	CGO_ENABLED=1 $(GO) test -race ./...

lint: ## formatting, vet and, where the module proxy has them, staticcheck and govulncheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed:" $$unformatted; exit 1; fi
	$(GO) vet ./...
	@sh .ci/linters

bench: ## the benchmarks whose figures BENCHMARKS.md quotes
	$(GO) test -run '^$$' -bench . -benchmem ./...

weights: ## learn the weights of english/ again from the treebanks in ../shared
	$(GO) run ./english/training

clean:
	rm -rf chancery demo dist
