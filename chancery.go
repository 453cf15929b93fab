// Package chancery holds the nouns of the record of diplomatic relations: report, span, period,
// actor, claim, mood, act, entry, standing, judgement. One noun is one file; together they are the glossary.
//
// A report is read into claims. A claim is what one report says, and never what anybody concludes
// from it. The ledger concludes entries from claims. Neither is ever edited in place.
//
// The package imports nothing of ours, so every room can speak in its words.
package chancery
