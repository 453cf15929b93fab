package english

import "strings"

// irregular gives the lemma of past forms that no rule finds. It backs up what the treebanks teach,
// for verbs that they lack.
var irregular = func() map[string]string {
	m := make(map[string]string, 300)
	for _, l := range strings.Split(strings.TrimSpace(irregularVerbs), "\n") {
		forms := strings.Fields(l)
		for _, form := range forms[1:] {
			m[form] = forms[0]
		}
	}
	return m
}()

// A line is a lemma and its irregular past forms.
const irregularVerbs = `
accede acceded
arise arose arisen
awake awoke awoken
be was were been
bear bore borne born
beat beat beaten
become became
befall befell befallen
begin began begun
behold beheld
bend bent
bet bet
bid bid bidden bade
bind bound
bite bit bitten
bleed bled
blow blew blown
boycott boycotted
break broke broken
breed bred
bring brought
broadcast broadcast
build built
burn burnt
burst burst
buy bought
cast cast
catch caught
choose chose chosen
cling clung
come came
concede conceded
cost cost
creep crept
cut cut
deal dealt
dig dug
do did done
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fine fined
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
free freed
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung
have had
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
let let
lie lain
light lit
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
offset offset
outbid outbid
outdo outdid outdone
overcome overcame
override overrode overridden
overrun overran
oversee oversaw overseen
overshoot overshot
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid
prove proven
put put
quit quit
read read
rebuild rebuilt
redo redid redone
repay repaid
reset reset
resell resold
rethink rethought
retake retook retaken
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
set set
sew sewn
shake shook shaken
shed shed
shine shone
shoot shot
show shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
sling slung
smell smelt
sow sown
speak spoke spoken
speed sped
spell spelt
spend spent
spill spilt
spin spun
split split
spoil spoilt
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stride strode stridden
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
telephone telephoned telephoning
tear tore torn
tell told
think thought
throw threw thrown
thrust thrust
undergo underwent undergone
undermine undermined
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
`
