const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A noun in the singular, without a genitive: "nurses", "carer's". */
export function singular(lower: string): string {
  const own = lower.replace(/'s?$/, '');
  if (/(?:ss|us|is)$/.test(own) || own.length < 4) return own;
  if (own.endsWith('ies')) return own.replace(/ies$/, 'y');
  if (/(?:ch|sh|x|ss)es$/.test(own)) return own.slice(0, -2);
  return own.replace(/s$/, '');
}

/** Determiners, numbers in words and the like, which begin an object. */
export const DETERMINERS = list(
  'a an the our its their this these those some any each every all both another several more further new additional extra one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred up dedicated specialist external independent temporary part-time full-time fixed-term permanent',
);
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2])
    .concat([
      ['fifteen', 15],
      ['twenty', 20],
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
    ]),
);
/** Words at which a noun phrase ends. */
export const PHRASE_ENDS = list(
  `about above across after against along alongside among amongst around as at before behind below beneath beside besides between beyond but by despite down
   during except for from if in including inside into is are was were be been being of off on once onto or out outside over per than that through throughout to
   toward towards under unless until upon via when where whether which while who whom whose why with within without will would shall should must can could may might
   has have had do does did so then because since how what they we you it he i`,
);
/** What cannot be the last word of a noun phrase. */
export const ADVERBS = list(
  'now then soon again together online jointly immediately annually locally quarterly fully not also only early later next today here there',
);

/** A noun behind one of these is modified by it: "commissioning strategy", "fund manager". */
export const MANAGEMENT = list(
  `process processes strategy strategies plan plans policy policies cycle team teams manager managers officer officers lead leads board boards group groups framework
   frameworks standards rules decision decisions intentions approach approaches practice practices activity activities exercise pipeline opportunities opportunity guidance
   guide training skills partner partners criteria holders holder committee programme report reports gap arrangements documents unit function colleagues network advice
   point points bank letter writing rates rate rises scales standard model models priorities partnership partnerships teams hub category workshop workshops day days
   data spend pack packs analysis review reviews principles levers power application applications body bodies organisation organisations services chain chains target targets`,
);
export const MONEY = list(
  'budget budgets funding funds fund grant grants investment resource resources resourcing finance finances capital money monies bid settlement sponsorship lottery subsidy',
);
/** That a money decision is made, or that money comes. */
export const DECIDED = list(
  `agreed agree approved approve approval approves confirmed confirm confirms secured secure available awarded award received found identified allows allow permits permit
   released release successful succeeds success signed passed is are has have becomes granted given obtained comes come allocated decided remains continues known`,
);
export const NEGATIONS = list(
  "no not without nor never neither avoid avoids avoiding instead rather unless don't doesn't won't cannot can't isn't nothing stop stopping cease zero nil",
);
const VOLUNTARY = list('volunteer volunteers volunteering voluntary unpaid foster lay peer honorary ambassador champion champions');
export const isVoluntary = (lower: string): boolean => VOLUNTARY.has(lower);

const STAFF = list(
  'nurse assistant technician dietitian dietician therapist apprentice staff midwife physio physiotherapist intern post postholder post-holder worker role practitioner consultant analyst administrator registrar doctor gp physician secondee locum counsellor librarian chef driver caretaker cleaner teacher attendant accountant clerk psychologist',
);
/** Agent nouns, and words that end like one, for those who are no staff of the council. */
const NO_STAFF = list(
  `member partner user carer volunteer customer number paper computer printer poster newsletter letter leader mother father brother sister daughter teenager toddler
   other winter summer water shower corner order tender register chapter quarter border shelter laser speaker supplier provider contractor retailer employer learner
   tenant participant ambassador champion governor councillor trustee mentor reader runner smoker blogger peer householder stakeholder holder founder sponsor investor
   donor lawyer matter answer power tower flower offer layer paper sector factor visitor resident adopter consumer drinker gambler cancer newcomer
   adolescent infant pensioner migrant claimant applicant occupant restaurant grant elder offender sleeper over under after ever never whether either
   together former later better higher lower greater further larger longer older younger buddy vendor bidder developer landowner farmer trader employer owner
   gardener swimmer walker cyclist motorist dentist pharmacist minister monitor mirror error interior motor floor professor
   leaver seeker jobseeker starter beginner survivor sufferer childminder chair lead september october november december counter container cover fitter trailer heater cooker boiler charger locker`,
);

/** Nouns that name staff by the word before them: a health visitor is employed, a visitor is not. */
const BY_FIRST_WORD = /^(?:health|home) visitors?$/;

/** Whether the last two words of a noun phrase name staff. */
export function isStaffPhrase(before: string, head: string): boolean {
  return isStaff(head) || BY_FIRST_WORD.test(`${before} ${head}`);
}

/** Whether a noun names somebody who is paid to work: by a list and by its ending (connector, navigator, prescriber). */
export function isStaff(lower: string): boolean {
  const noun = singular(lower);
  if (STAFF.has(noun)) return true;
  return noun.length > 5 && /(?:er|or|ist|ician|ologist)$/.test(noun) && !NO_STAFF.has(noun);
}

const FIRMS = list('provider supplier contractor consultancy agency firm company evaluator architect consultant auctioneer designer');
/** Whom one pays for a service under a contract. */
export const isFirm = (lower: string): boolean => FIRMS.has(singular(lower));

const GROUPS = list('number range team set pair group network series cohort pool variety bank panel couple package handful fleet');
/** "a team of officers": the noun behind "of" counts. */
export const isGroup = (lower: string): boolean => GROUPS.has(singular(lower));

const BUILT = list(
  `building centre hall room hub school library clinic house home flat path footpath cycleway cyclepath lane road crossing playground pitch court gym pool park
   shelter bench bin toilet ramp lift roof kitchen boiler heating insulation lighting light window station bridge fence site premise facility pavilion accommodation
   estate fountain camera panel charger point kerb kerbing pavement surface garden allotment greenhouse office studio theatre museum stadium unit bathroom bedroom
   wetroom railing handrail wall floor ceiling sign signage seating shower locker rack planter pump turbine lodge barn garage depot hostel block wing foyer reception
   infrastructure equipment minibus vehicle van fleet bay trail route signal barrier gate canopy classroom nursery surgery dispensary mast generator`,
);
const BUILT_ENDING = /.(?:house|(?:class|bath|bed|sun|store|show)room|(?:cycle|walk|foot|stair)way|yard|court|hall|depot|shed)$/;
/** Something that stands on the ground or is fixed to it, or a vehicle. */
export const isBuilt = (lower: string): boolean => BUILT.has(singular(lower)) || BUILT_ENDING.test(singular(lower));

const SYSTEMS = list(
  `service system platform software app application solution database licence dashboard vehicle van minibus bus building property consultancy provider programme course
   package equipment scanner fleet website portal technology infrastructure contract supplier`,
);
/** A service or a system, which is never bought at a low cost. */
export const isSystem = (lower: string): boolean => SYSTEMS.has(singular(lower));

const PAYMENTS = list(
  'grant grants bursary bursaries subsidy subsidies funding payment payments micro-grants stipend stipends allowance allowances scholarship scholarships',
);
export const isPayment = (lower: string): boolean => PAYMENTS.has(lower);

/** What one invests, pays or spends without money. */
export const NO_MONEY = list(
  'time effort efforts energy attention thought hours tribute regard heed respect visit visits homage lip trust relationships relationship goodwill ourselves themselves less more people life lives face wage wages',
);
export const PEOPLE = list(
  `residents resident families family households household people tenants patients parents pupils students carers pensioners customers businesses firms employers smokers
   drivers commuters claimants homeowners motorists children adults shoppers visitors schools providers suppliers farmers landlords developers`,
);
export const CAPITAL_WORKS = list('works work scheme schemes programme project projects build improvements improvement maintenance');
export const CAPITAL_MONEY = list(
  'funding budget budgets grant grants investment spend bid receipts receipt cost costs money expenditure allocation monies finance resources',
);
