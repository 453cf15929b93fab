package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"chancery"
)

// snippetWords is the length of the passage around what was found.
const snippetWords = "24"

// Search finds reports by words.
func (a *Archive) Search(ctx context.Context, words string, limit int) ([]chancery.Hit, error) {
	match := matchExpression(words)
	if match == "" {
		return nil, nil // no words, no reports that have them
	}
	if limit < 1 {
		limit = -1 // SQLite's word for none
	}
	var hits []chancery.Hit
	err := a.read(ctx, func(tx *sql.Tx) error {
		// Finding and ordering first and cutting passages after it saves cutting them for all.
		return eachRow(ctx, tx, func(rows *sql.Rows) error {
			var described string
			var hit chancery.Hit
			err := rows.Scan(&described, &hit.Snippet)
			if err != nil {
				return err
			}
			hit.Report, err = describedReport(described)
			hits = append(hits, hit)
			return err
		}, `WITH newest AS MATERIALIZED (
				SELECT reports.number, reports.known_on, reports.id
				FROM search CROSS JOIN reports ON reports.number = search.rowid
				WHERE search MATCH ?1
				ORDER BY reports.known_on DESC, reports.id LIMIT ?2)
			SELECT reports.about, snippet(search, -1, '«', '»', '…', `+snippetWords+`)
			FROM newest CROSS JOIN search ON search.rowid = newest.number
			     CROSS JOIN reports ON reports.number = newest.number
			WHERE search MATCH ?1
			ORDER BY newest.known_on DESC, newest.id`, match, limit)
	})
	if err != nil {
		return nil, err
	}
	return hits, nil
}

// matchExpression writes what somebody typed as an FTS5 query in which nothing is an operator: each
// word and each phrase is a string, all of them must be there, and a star behind one makes it a
// beginning. It is empty where there is no word.
func matchExpression(typed string) string {
	var terms []string
	add := func(words string, beginning bool) {
		// A string in which the index finds no word at all would be no condition.
		if !strings.ContainsFunc(words, isWord) {
			return
		}
		term := `"` + words + `"`
		if beginning {
			term += "*"
		}
		terms = append(terms, term)
	}
	parts := strings.Split(strings.Map(gapToSpace, typed), `"`)
	for i, part := range parts {
		// Every second part stood between quotes; a last quote that nobody closed counts as closed.
		if i%2 == 1 {
			add(part, i+1 < len(parts) && strings.HasPrefix(parts[i+1], "*"))
			continue
		}
		for word := range strings.FieldsSeq(part) {
			add(word, strings.HasSuffix(word, "*"))
		}
	}
	return strings.Join(terms, " AND ")
}

func gapToSpace(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return ' '
	}
	return r
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}
