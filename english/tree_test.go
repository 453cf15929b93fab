package english

import (
	"strings"
	"testing"
)

// TestTrees asserts the relations that the rooms behind this one rest on. A line below a sentence is
// "dependent relation head"; a word stands for its first occurrence. A slash allows several relations.
func TestTrees(t *testing.T) {
	reader := testReader(t)
	for _, block := range strings.Split(strings.TrimSpace(trees), "\n\n") {
		lines := strings.Split(block, "\n")
		d := reader.Read(lines[0])
		for _, l := range lines[1:] {
			f := strings.Fields(l)
			dependent, head := find(d, f[0]), find(d, f[2])
			if dependent < 0 || head < 0 {
				t.Fatalf("%s: no token %q or %q", lines[0], f[0], f[2])
			}
			got := d.Tokens[dependent]
			if got.Head == head && contains(f[1], got.Label.String()) {
				continue
			}
			on := "nothing"
			if got.Head != Root {
				on = d.Word(got.Head)
			}
			t.Errorf("%s\n%q is %s of %q, want %s of %q", lines[0], f[0], got.Label, on, f[1], f[2])
		}
	}
}

func find(d *Document, word string) int {
	for i := range d.Tokens {
		if d.Word(i) == word {
			return i
		}
	}
	return -1
}

func contains(labels, label string) bool {
	for l := range strings.SplitSeq(labels, "/") {
		if l == label {
			return true
		}
	}
	return false
}

const trees = `
The foreign minister of Norway visited Lima on Tuesday.
minister nsubj visited
Norway nmod minister
Lima obj visited
Tuesday obl visited

Finland and Estonia signed a trade agreement in Tallinn.
Finland nsubj signed
Estonia conj Finland
agreement obj signed

The treaty was ratified by the parliament of Chile.
treaty nsubj:pass ratified
was aux:pass ratified
parliament obl:agent ratified
Chile nmod parliament

Ghana accused Togo of violating its airspace.
Ghana nsubj accused
Togo obj accused
violating advcl accused
airspace obj violating

Peruvian President Rosa Fuentes met her counterpart.
President nmod:desc Rosa
Fuentes flat Rosa
Rosa nsubj met
counterpart obj met

Iceland agreed to join the pact.
Iceland nsubj agreed
join xcomp agreed
pact obj join

Mali said that it had recalled its ambassador.
Mali nsubj said
recalled ccomp said
ambassador obj recalled

The two countries established diplomatic relations in 1970.
countries nsubj established
relations obj established
1970 obl established

The treaty, which was signed in May, has entered into force.
signed acl:relcl treaty
treaty nsubj entered
force obl entered

Kenya became a member of the group.
Kenya nsubj became
member xcomp became
group nmod member

Peru condemned the attack on the embassy.
attack obj condemned
embassy nmod attack

Japan expelled three diplomats and closed the consulate.
Japan nsubj expelled
diplomats obj expelled
closed conj expelled
consulate obj closed

Denmark will not send troops to the region.
Denmark nsubj send
will aux send
not advmod send
troops obj send

Rwanda denied that its troops had crossed the border.
crossed ccomp denied
troops nsubj crossed
border obj crossed

Turkey, a member of NATO, invited the king.
member appos Turkey
Turkey nsubj invited
king obj invited

Sweden's prime minister thanked Qatar for its mediation.
Sweden nmod:poss minister
minister nsubj thanked
Qatar obj thanked
mediation obl thanked

The talks were held in Geneva.
talks nsubj:pass held
Geneva obl held

The two sides agreed to resume talks.
sides nsubj agreed
resume xcomp agreed
talks obj resume

Chile had left the group, the secretariat announced.
left ccomp announced
secretariat nsubj announced

Peru and Chile are to sign the pact in May.
Peru nsubj sign
pact obj sign

Norway thanks Chile for its help.
Norway nsubj thanks
Chile obj thanks

He invited the president to visit Rome.
He nsubj invited
president obj invited
visit xcomp invited
Rome obj visit
`

func TestTagsAndLemmas(t *testing.T) {
	reader := testReader(t)
	for _, c := range []struct {
		text, word string
		pos        POS
		lemma      string
	}{
		{"Norway signed the pact.", "signed", VERB, "sign"},
		{"The ministers met in Oslo.", "met", VERB, "meet"},
		{"The ministers met in Oslo.", "ministers", NOUN, "minister"},
		{"They held talks.", "held", VERB, "hold"},
		{"He said no.", "said", VERB, "say"},
		{"She paid a visit to Rome.", "paid", VERB, "pay"},
		{"The visit has begun.", "begun", VERB, "begin"},
		{"The treaty was ratified.", "ratified", VERB, "ratify"},
		{"They agreed to sign it.", "agreed", VERB, "agree"},
		{"They have sought peace.", "sought", VERB, "seek"},
		{"Chile withdrew its envoy.", "withdrew", VERB, "withdraw"},
		{"The group hosted the talks.", "hosted", VERB, "host"},
		{"The treaty was initialled.", "initialled", VERB, "initial"},
		{"It announced sanctions.", "announced", VERB, "announce"},
		{"The two countries signed it.", "countries", NOUN, "country"},
		{"They postponed it.", "postponed", VERB, "postpone"},
		{"They cancelled it.", "cancelled", VERB, "cancel"},
		{"They vetoed it.", "vetoed", VERB, "veto"},
		{"Ghana is chairing the group.", "chairing", VERB, "chair"},
		{"Ghana is hosting the group.", "hosting", VERB, "host"},
		{"Norway welcomed Chile.", "Norway", PROPN, "Norway"},
		{"They are ready.", "are", AUX, "be"},
		{"Moldova thanks Romania for its help.", "thanks", VERB, "thank"},
		{"It has not been signed.", "has", AUX, "have"},
	} {
		d := reader.Read(c.text)
		i := find(d, c.word)
		if k := d.Tokens[i]; k.POS != c.pos || k.Lemma != c.lemma {
			t.Errorf("%s\n%q is %s with the lemma %q, want %s and %q", c.text, c.word, k.POS, k.Lemma, c.pos, c.lemma)
		}
	}
}
