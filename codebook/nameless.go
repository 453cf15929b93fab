package codebook

import (
	"slices"

	"chancery"
)

// This file knows what becomes of those who have neither a name nor a state: rebels, protesters, troops, reporters.
// PLOVER knows them by their sector. They take part in what is done by force or in protest; who speaks to reporters,
// trades with companies or sends troops does nothing to these that a record of relations should keep.

// named reports whether a party is known by more than what it does.
func named(p party) bool { return p.ID != "" || p.Person != "" }

// takingPart leaves those out of a side that have no name and no part in such an act.
func takingPart(act *chancery.Act, side []party, done bool) []party {
	return slices.DeleteFunc(slices.Clone(side), func(p party) bool {
		if named(p) || p.Sector == "REB" || p.Sector == "OPP" {
			return false
		}
		switch act.Plover.Event {
		case "PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "CONCEDE":
			return false
		case "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION":
			return done
		}
		return true
	})
}

// concerned reports whether a recipient makes an act one between parties: anybody with a name, and forces
// without one. An arrest of smugglers is a matter of the police.
func concerned(p chancery.Participant) bool {
	return p.ID != "" || p.Person != "" || !private(party{Participant: p}) || p.Sector == "REB" || p.Sector == "OPP"
}
