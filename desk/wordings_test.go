package desk_test

// deed is something that one actor does to another: as told, and as it stands after "to" or "will".
// {B} is the other actor, {a} and {b} the adjectives of both, {X} an association, {Z} the
// capital of the other.
type deed struct{ past, base string }

// deeds are told by the generators of this package in every voice and every mood.
var deeds = []deed{
	{"signed an agreement on fisheries with {B}", "sign an agreement on fisheries with {B}"},
	{"ratified a tax treaty with {B}", "ratify a tax treaty with {B}"},
	{"initialled a memorandum on tourism with {B}", "initial a memorandum on tourism with {B}"},
	{"concluded a visa-free travel agreement with {B}", "conclude a visa-free travel agreement with {B}"},
	{"reached a deal with {B} on river water", "reach a deal with {B} on river water"},
	{"denounced the border treaty with {B}", "denounce the border treaty with {B}"},
	{"withdrew from the pact with {B}", "withdraw from the pact with {B}"},
	{"suspended the grain agreement with {B}", "suspend the grain agreement with {B}"},
	{"opened negotiations with {B} on a customs union", "open negotiations with {B} on a customs union"},
	{"held talks with {B} on the airport", "hold talks with {B} on the airport"},
	{"met the president of {B}", "meet the president of {B}"},
	{"met with {b} officials in {Z}", "meet with {b} officials in {Z}"},
	{"discussed trade with {B}", "discuss trade with {B}"},
	{"consulted {B} on the price of rice", "consult {B} on the price of rice"},
	{"received the foreign minister of {B}", "receive the foreign minister of {B}"},
	{"hosted the {b} prime minister", "host the {b} prime minister"},
	{"invited the president of {B}", "invite the president of {B}"},
	{"accepted an invitation from {B}", "accept an invitation from {B}"},
	{"paid a visit to {B}", "pay a visit to {B}"},
	{"visited {Z}", "visit {Z}"},
	{"telephoned the {b} prime minister", "telephone the {b} prime minister"},
	{"recalled its ambassador from {B}", "recall its ambassador from {B}"},
	{"summoned the {b} ambassador", "summon the {b} ambassador"},
	{"expelled two {b} diplomats", "expel two {b} diplomats"},
	{"closed its embassy in {Z}", "close its embassy in {Z}"},
	{"opened an embassy in {Z}", "open an embassy in {Z}"},
	{"established diplomatic relations with {B}", "establish diplomatic relations with {B}"},
	{"broke off diplomatic relations with {B}", "break off diplomatic relations with {B}"},
	{"restored diplomatic relations with {B}", "restore diplomatic relations with {B}"},
	{"imposed sanctions on {B}", "impose sanctions on {B}"},
	{"lifted sanctions against {B}", "lift sanctions against {B}"},
	{"imposed tariffs on goods from {B}", "impose tariffs on goods from {B}"},
	{"sent humanitarian aid to {B}", "send humanitarian aid to {B}"},
	{"delivered a shipment of wheat to {B}", "deliver a shipment of wheat to {B}"},
	{"lent {B} two hundred million dollars", "lend {B} two hundred million dollars"},
	{"provided military assistance to {B}", "provide military assistance to {B}"},
	{"cut off aid to {B}", "cut off aid to {B}"},
	{"attacked {B}", "attack {B}"},
	{"shelled a {b} border post", "shell a {b} border post"},
	{"bombed two bridges in {B}", "bomb two bridges in {B}"},
	{"invaded {B}", "invade {B}"},
	{"withdrew its troops from {B}", "withdraw its troops from {B}"},
	{"deployed troops near the border with {B}", "deploy troops near the border with {B}"},
	{"held naval exercises with {B}", "hold naval exercises with {B}"},
	{"seized a {b} trawler", "seize a {b} trawler"},
	{"released twelve {b} prisoners", "release twelve {b} prisoners"},
	{"exchanged prisoners with {B}", "exchange prisoners with {B}"},
	{"returned two islands to {B}", "return two islands to {B}"},
	{"condemned {B}", "condemn {B}"},
	{"criticized {B} over the dam", "criticize {B} over the dam"},
	{"praised {B} for its patience", "praise {B} for its patience"},
	{"thanked {B} for the ambulances", "thank {B} for the ambulances"},
	{"congratulated {B} on its national day", "congratulate {B} on its national day"},
	{"apologized to {B}", "apologize to {B}"},
	{"accused {B} of espionage", "accuse {B} of espionage"},
	{"urged {B} to open the border", "urge {B} to open the border"},
	{"asked {B} for assistance", "ask {B} for assistance"},
	{"threatened {B} with sanctions", "threaten {B} with sanctions"},
	{"rejected a proposal from {B}", "reject a proposal from {B}"},
	{"supported the candidacy of {B}", "support the candidacy of {B}"},
	{"opposed the new {b} dam", "oppose the new {b} dam"},
	{"protested to {B} against the arrests", "protest to {B} against the arrests"},
	{"promised {B} a loan", "promise {B} a loan"},
	{"mediated between {B} and its neighbours", "mediate between {B} and its neighbours"},
	{"joined {X}", "join {X}"},
	{"left {X}", "leave {X}"},
	{"applied for membership in {X}", "apply for membership in {X}"},
	{"assumed the chairmanship of {X}", "assume the chairmanship of {X}"},
	{"became a partner of {X}", "become a partner of {X}"},
	{"vetoed a resolution on {B}", "veto a resolution on {B}"},
}

// scenes are sentences whole in themselves, told of {A} and {B} by the report.
var scenes = []string{
	"The signing of an agreement between {A} and {B} took place in {Z}.",
	"{A} and {B} share the same view of the conflict.",
	"{A} and {B} failed to agree on a timetable.",
	"{A} and {B} did not sign the treaty.",
	"During a visit to {Z}, {L} met the {b} prime minister {T}.",
	"The {a}-{b} treaty on fisheries entered into force {T}.",
	"{A} has been a member of {X} since 2004.",
	"{A} will take over the chairmanship of {X} next year.",
	"The visit of {L} to {Z} has been postponed.",
	"A meeting of the foreign ministers of {A} and {B} is scheduled for {T}.",
	"If {B} agrees, {A} will sign the protocol.",
	"{L} could visit {B} in the autumn.",
	"{L}, {office}, arrived in {Z} {T}.",
	"Both countries intend to open consulates.",
	"The two sides exchanged views on {X}.",
	"They talked for an hour.",
	"{A} wants to join {X}, and {B} supports it.",
	"The {a} government is ready to help {B}.",
	"It was announced {T} that {A} has become an observer of {X}.",
	"{L} refused to comment on the talks with {B}.",
	"Relations between {A} and {B} were established in 1962.",
	"The agreement was signed by {A} and {B} {T} and has not been ratified.",
	"Did {A} sign the treaty with {B}?",
	"No agreement was reached between {A} and {B}.",
	"Sixty years of cooperation between {A} and {B} were marked in {Z}.",
	"Its neighbour {B} called on {A} to withdraw its troops.",
	"Negotiations between {A} and {B} resumed {T} after a pause of three months.",
	"{A}, {B} and {C} held a trilateral summit in {Z}.",
	"{L} “fully supports” {B}, according to a statement of {X}.",
	"The harvest was good, and nobody in {Z} spoke of anything else.",
}

type state struct{ name, adjective, capital, leader string }

var states = []state{
	{"Kenya", "Kenyan", "Nairobi", "Wanjiku Kiprono"},
	{"Ethiopia", "Ethiopian", "Addis Ababa", "Selamawit Desta"},
	{"Mongolia", "Mongolian", "Ulan Bator", "Bat-Erdene Sukhbaatar"},
	{"Kazakhstan", "Kazakh", "Astana", "Aibek Nurlanov"},
	{"Peru", "Peruvian", "Lima", "Rosario Quispe"},
	{"Vietnam", "Vietnamese", "Hanoi", "Tran Quoc Bao"},
	{"Oman", "Omani", "Muscat", "Salim al-Busaidi"},
	{"Portugal", "Portuguese", "Lisbon", "Inês Figueiredo"},
	{"Romania", "Romanian", "Bucharest", "Ștefan Ionescu"},
	{"Türkiye", "Turkish", "Ankara", "Kemal Aydın"},
	{"Ghana", "Ghanaian", "Accra", "Kwesi Boateng"},
	{"Senegal", "Senegalese", "Dakar", "Aïssatou Sarr"},
	{"Fiji", "Fijian", "Suva", "Ratu Tamani"},
	{"Uruguay", "Uruguayan", "Montevideo", "Álvaro Ferrari"},
	{"Uzbekistan", "Uzbek", "Tashkent", "Dilshod Rahimov"},
	{"Norway", "Norwegian", "Oslo", "Kåre Lindvåg"},
	{"Bangladesh", "Bangladeshi", "Dhaka", "Nusrat Alam"},
	{"Côte d’Ivoire", "Ivorian", "Abidjan", "Mariam Koné"},
	{"Laos", "Laotian", "Vientiane", "Somchit Phommasane"},
	{"Belarus", "Belarusian", "Minsk", "Andrei Kavalenka"},
}

var associations = []string{
	"the Shanghai Cooperation Organization", "the African Union", "ASEAN", "BRICS", "NATO",
	"the Eurasian Economic Union", "the Organization of Turkic States", "the Pacific Islands Forum", "Mercosur",
}

var offices = []string{
	"foreign minister", "prime minister", "president", "deputy foreign minister", "minister of trade", "ambassador to the United Nations",
}

var times = []string{
	"on Tuesday", "on July 3", "last week", "in March 2024", "yesterday", "in the autumn of 2023", "this year",
	"on 17 May 2025", "next month", "two years ago", "at the end of June", "recently",
}

// sayings are verbs of saying that are no act of their own.
var sayings = []string{"said", "noted", "stated", "added", "explained", "reported", "told reporters", "said in a statement", "said on Tuesday"}
