package english

import (
	"chancery/english/internal/names"
	"chancery/english/internal/words"
)

// What small words beside a name say of its kind: "the village of X", "X district", "the newspaper X",
// "X spokesman". The words come from general knowledge. The treebanks that the weights are learnt from hold
// each of them with too few names, so that a fixed bonus says it.
var (
	placeHeads = hashes("village", "villages", "town", "towns", "city", "cities", "district", "districts", "province", "provinces",
		"county", "counties", "region", "island", "islands", "municipality", "suburb", "neighbourhood", "neighborhood",
		"governorate", "prefecture", "territory", "port", "canton", "hamlet", "township", "capital", "river", "lake", "valley", "peninsula")
	placeTails = hashes("village", "town", "district", "province", "county", "region", "island", "islands", "municipality",
		"upazila", "taluk", "suburb", "governorate", "prefecture", "township", "river", "valley", "peninsula", "mountains",
		"airport", "border", "coast", "basin", "area", "neighbourhood", "neighborhood", "canton", "prison", "camp", "resident", "residents")
	organisationHeads = hashes("company", "companies", "firm", "newspaper", "daily", "broadcaster", "agency", "magazine", "website",
		"platform", "band", "startup", "start-up", "ngo", "nonprofit", "charity", "airline", "retailer", "carmaker", "automaker",
		"bank", "brand", "club", "party", "network", "outlet", "channel", "station", "union", "militia", "cartel", "giant",
		"conglomerate", "operator", "developer", "manufacturer", "maker", "producer", "consultancy", "foundation", "portal", "tabloid", "weekly")
	organisationOffices = hashes("founder", "founders", "co-founder", "co-founders", "ceo", "chairman", "chairwoman", "chairperson",
		"director", "spokesman", "spokeswoman", "spokesperson", "member", "members", "owner", "owners", "editor", "employee",
		"employees", "manager", "shareholder", "shareholders", "subsidiary")
	organisationTails = hashes("leader", "leaders", "spokesman", "spokeswoman", "spokesperson", "member", "members", "executive",
		"executives", "employee", "employees", "mp", "mps", "candidate", "candidates", "supporters", "fighter", "fighters",
		"shares", "ceo", "founder", "co-founder", "chairman", "chairwoman", "headquarters", "anchor", "subsidiary", "party", "newspaper",
		"guerrillas", "combatants", "combatant", "militants", "lawmaker", "lawmakers", "staff")
)

// markCues tells the words of each run of capitals what the words beside the run say of its kind.
func markCues(sentence []names.Token) {
	for i := range sentence {
		t := &sentence[i]
		if t.Run == 0 || t.Index > 0 {
			continue
		}
		end := i + int(t.Left) + 1
		if end > len(sentence) {
			continue
		}
		cue := cueOf(sentence, i, end)
		for k := i; k < end; k++ {
			sentence[k].Cue = cue
		}
	}
}

// cueOf is what stands beside a run of capitals.
func cueOf(sentence []names.Token, first, last int) names.Cue {
	word := func(i int) uint32 {
		if i < 0 || i >= len(sentence) || sentence[i].Shape&words.Capital != 0 {
			return 0
		}
		return sentence[i].Lower
	}
	before, earlier, after := word(first-1), word(first-2), word(last)
	switch {
	case before == wordPlainOf && placeHeads[earlier], placeTails[after]:
		return names.CuePlace
	case organisationHeads[before], before == wordPlainOf && organisationOffices[earlier], organisationTails[after]:
		return names.CueOrganisation
	case before == wordThe:
		return names.CueArticle
	}
	return names.NoCue
}
