/**
 * Given names common in Britain, in lower case: evidence that "Smith, Jane" is one person and that "Jane Smith" is a name and no service.
 * A name that is not here is still read as one by its capitals, only with less certainty. Words that name a service or a place are left out.
 */
const GIVEN =
  'aaron abbie abdul abi abigail adam adele adrian agnes ahmed aidan aileen aisha aisling alan alana alasdair alastair alec alex alexander alexandra alexis alfie ali alice alicia alison alistair ' +
  'allan allison amanda amar amber amelia amina amir amit amy ana anand andre andrea andreas andrew andy angela angus anil anisha anita anjali ann anna annabel anne annette annie anthony ' +
  'antonia antonio anya archie arjun arthur asha asif asma audrey ayesha babs barbara barry beatrice becky belinda ben benjamin bernadette bernard beth bethany betty beverley beverly bill ' +
  'billy bob bradley brenda brendan brian bridget bronwen bruce bryony callum cameron carl carla carly carol carole caroline catherine cathy catriona cecilia ceri charlene charles ' +
  'charlie charlotte chen cheryl chidi chloe chris christian christina christine christopher chukwu ciara claire clare clive colette colin colleen connor conor craig crispin cynthia daisy dale ' +
  'damian damien dan daniel daniela danielle danny darren dave david dawn dean debbie deborah debra declan deepa deepak deirdre denis denise dennis derek dermot diana diane dinesh dipak ' +
  'dominic don donald donna doreen dorothy doug douglas duncan dylan eamonn eddie edith edmund edward edwin eileen eilidh elaine eleanor elena eleri elisabeth eliza elizabeth ella ellen ellie ' +
  'elliot elliott emeka emily emma eric erica erin esther ethan eva eve evelyn ewan ezra farah faisal fatima felicity felix fergus fiona florence fran frances francesca francis francine frank fred freddie ' +
  'freya gabriel gabriella gail gareth gary gavin gaynor gemma geoff geoffrey george georgia georgina gerald geraldine gerard gill gillian gina giles glen glenda glenn gloria gordon graeme graham grant ' +
  'greg gregory guy gwen gwyneth habib hamza hannah harish harpreet harriet harry harvey hasan hassan hayley hazel heather helen helena henry hilary holly howard hugh hugo hussain ian ibrahim ' +
  'imran imogen ingrid irene iris isaac isabel isabella isla ivan ivy jack jackie jacob jacqueline jacqui jade jake james jamie jan jane janet janice janine jasmine jason jay jayne jean jeanette jeff ' +
  'jeffrey jen jennie jennifer jenny jeremy jerry jess jessica jill jim jo joan joanna joanne joe joel john johanna jon jonathan jordan joseph josephine josh joshua joy joyce juan jude judith judy julia ' +
  'julian julie juliet june justin justine kamal karen karl kat kate katherine kathleen kathryn kathy katie katy kay keeley keiran keith kelly ken kenneth kerry kevin khalid kieran kim ' +
  'kirsten kirsty kiran krishna kumar kwame kyle lakshmi lara laura lauren lawrence leah leanne lee leila lena leo leon leonie lesley leslie lewis liam lily linda lindsay lindsey lisa liz lloyd lois ' +
  'lorna lorraine lottie louis louisa louise lucy luke lydia lynda lynn lynne lynsey mable maddie madeleine magda maggie mairead malcolm mandy manish manjit marc marcus margaret maria marian marianne marie ' +
  'marilyn marina marion mariam marjorie mark marlene martha martin martyn mary maryam matt matthew maureen maurice max maxine megan mehmet meera mel melanie melissa melvyn mia michael michelle mick miguel mike ' +
  'mina miriam mohamed mohammad mohammed moira molly mona monica morag moses muhammad murray myra nadia nancy naomi narinder nasreen natalie natasha nathan nazia neelam neha neil nia niall nicholas nick nicki nicky nicola ' +
  'nicole nigel nikki nina nisha noel nora noreen norma norman nuala olga olive oliver olivia olu olumide omar oscar owen paddy pam pamela pat patricia patrick paul paula pauline penelope penny peter petra phil ' +
  'philip philippa phillip phillippa phoebe phyllis pippa piotr polly pooja poppy priti priya priyanka rachael rachel rahul raj rajesh rajiv ralph ramesh raymond rebecca rehana reuben rhian rhiannon rhys richard rita rob robert roberta ' +
  'robin robyn rod roderick roger ronald ronan rory rosalind rose rosemary rosie ross rowan roy rupert russell ruth ryan sabrina sadia saeed saima sally sam samantha samir samuel sandeep sandra sanjay sara sarah saskia scott ' +
  'sean sebastian selina shabana shahid shane shanthi sharon shaun shauna sheila shelley shirley shona siân sian simon simone sinead siobhan siobhán sinéad sofia sonia sophia sophie stacey stan stanley stefan stella stephanie stephen steve ' +
  'steven stewart stuart sue sunil sunita susan susanna susannah susie suzanne suzie sybil sylvia tamsin tania tanya tara tariq ted teresa terence terry tess thelma theo theresa therese thomas tim timothy tina toby tom tony tracey ' +
  'tracy trevor tricia trish trudy uma una ursula usha valerie vanessa vera vernon veronica vicki vicky victor victoria vijay vikram vincent viola violet vivian vivien vivienne walter wayne wei wendy wesley william winston xavier ' +
  'yasmin yusuf yvette yvonne zac zahra zainab zara zoe zoë';

const GIVEN_NAMES = new Set(GIVEN.split(' '));

/** "Jane", "Anne-Marie", "Siobhán": whether a word is a given name that is known. */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase();
  return GIVEN_NAMES.has(lower) || (lower.includes('-') && GIVEN_NAMES.has(lower.split('-')[0] ?? ''));
}
