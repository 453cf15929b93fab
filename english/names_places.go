package english

// placeForms stand before "of" in the full names of states and other places: "State of Israel".
var placeForms = hashes("state", "city", "republic", "kingdom", "sultanate", "emirate", "province", "gulf", "strait", "bay", "isle", "line", "horn")

// fullPlaces takes the form of a place into its name: "the [Republic of Ghana]", "[sub-Saharan Africa]".
func (x *settler) fullPlaces() {
	for i := 2; i < len(x.tokens); i++ {
		n, ok := x.nameAt(i)
		if !ok || n.Kind != Place {
			continue
		}
		first := i
		switch sentence := x.d.Sentences[x.d.Tokens[i].Sentence]; {
		case i-2 < sentence.First:
		case x.tokens[i-1].Lower == wordPlainOf && placeForms[x.tokens[i-2].Lower] && x.capital(i-2) && x.tokens[i-2].Index == 0:
			first = i - 2
		case i-3 >= sentence.First && x.tokens[i-1].Lower == wordSaharan && isHyphen(&x.tokens[i-2]):
			first = i - 3
		case x.tokens[i-1].Lower == wordSubSaharan:
			first = i - 1
		case x.tokens[i].Lower == wordSaharan && isHyphen(&x.tokens[i-1]):
			first = i - 2
		}
		if first < i && x.free(first, i) {
			x.put(Name{first, n.Last, Place})
		}
	}
}
