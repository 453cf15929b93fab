package chancery

import (
	"context"
	"errors"
	"iter"
)

// ErrNotFound says that the archive holds nothing under the name asked for.
var ErrNotFound = errors.New("not in the archive")

// Archive keeps readings and what was concluded from them. Every method may be called from several
// goroutines at once. A method that fails changes nothing.
type Archive interface {
	// Keep stores a batch of readings, all or none of it, and is durable when it returns. A report
	// that is already there gets the new reading in place of the old one when its reader differs,
	// except that it keeps its first Name and Original, and stays as it is otherwise; the outcome,
	// in the batch's order, says which. A reading whose claims or introductions belong to another
	// report or carry another reader, or that makes one claim twice, is an error.
	Keep(ctx context.Context, batch []Reading) ([]Kept, error)
	// Has reports which of the report ids are kept already as the given reader read them; those that
	// are not are not in the map.
	Has(ctx context.Context, reader string, ids []string) (map[string]bool, error)
	// Report returns a report with its text, by its full id or an unambiguous beginning of it. An id
	// that is not there is ErrNotFound, and an ambiguous beginning an error that lists candidates;
	// so it is wherever the archive is asked for a report, a claim or an entry by its id, in the
	// filters too.
	Report(ctx context.Context, id string) (Report, error)
	// Reports lists reports without text and original, newest first (see Report.KnownOn), then by id.
	Reports(ctx context.Context) ([]Report, error)
	// Claims streams the claims that pass the filter, by report id, then position in the text, as
	// they were when the loop began. An error ends it.
	Claims(ctx context.Context, filter ClaimFilter) iter.Seq2[Claim, error]
	// Introductions lists all passages that say who a person is, by report id, then position.
	Introductions(ctx context.Context) ([]Introduction, error)
	// Forget takes out a report, by its full id or an unambiguous beginning of it, and all that rests
	// on it alone: its claims, its introductions, and the entries that no claim of another report
	// bears. Entries that have such a claim stay as they are until SetEntries.
	Forget(ctx context.Context, id string) error
	// SetEntries replaces all entries by those that the ledger concluded.
	SetEntries(ctx context.Context, entries []Entry) error
	// Entries lists the entries that pass the filter, by id.
	Entries(ctx context.Context, filter EntryFilter) ([]Entry, error)
	// Judge keeps a judgement for good; one that is there already changes nothing. A judgement that
	// comes withdrawn, or that Check finds fault with, is an error. What is judged need not be there.
	Judge(ctx context.Context, judgement Judgement) error
	// Withdraw marks a judgement, by its full id or an unambiguous beginning of it, as withdrawn, and
	// returns it so. It is an error where it was withdrawn before, or is made later.
	Withdraw(ctx context.Context, id string, withdrawal Withdrawal) (Judgement, error)
	// Judgements lists all judgements, also those withdrawn, in the order in which they were made, then
	// by id. Forget leaves them: they are a person's word, and count again when the report comes back.
	Judgements(ctx context.Context) ([]Judgement, error)
	// Search finds the reports that have all the words in title or text, newest first, then by id;
	// case and accents do not count. "Words in quotes" stand together, a word that ends in * is a
	// beginning, and nothing else has a meaning of its own. A limit below 1 is none. The reports come
	// without text and original.
	Search(ctx context.Context, words string, limit int) ([]Hit, error)
	Close() error
}

// Kept says what Keep did with one reading.
type Kept struct {
	Report    string
	New       bool     // the report was not there before
	Unchanged bool     // it was there, read by the same reader
	Confirmed []string // ids of claims that the new reading says again
	Added     []string // ids of claims it did not have before
	Retired   []string // ids of claims that the new reading no longer makes
}

// ClaimFilter narrows Claims; a zero field does not.
type ClaimFilter struct {
	Report string   // may be an unambiguous beginning
	IDs    []string // each may be an unambiguous beginning
	Actor  string   // actor id on either side, or the association
	Act    string
}

// EntryFilter narrows Entries; a zero field does not.
type EntryFilter struct {
	IDs         []string // each may be an unambiguous beginning
	Kind        Kind
	Actor       string // actor id on either side, or the association
	With        string // and this one too
	Association string
}

// Hit is a report found by Search, with the words found in context.
type Hit struct {
	Report  Report
	Snippet string // matches stand between « and »
}
