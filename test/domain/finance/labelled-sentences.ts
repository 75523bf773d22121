/**
 * Sentences of our own, labelled before any rule was run on them: what each argues about money, and what only looks like it.
 * They are apart from the gold rows, so that rules made for those are not measured on them alone.
 */
export interface LabelledSentence {
  /** The commitment, or the words of several fields. */
  readonly says: string | Readonly<Partial<Record<'commitment' | 'ledBy' | 'timescale' | 'measure', string>>>;
  /** The cost cell, under "Low/no cost". */
  readonly cost: string;
  readonly contradicted: boolean;
  /** "kind: words" that must be marked; an overlap in the field counts. */
  readonly marks: readonly string[];
  /** Words of which none may be marked. */
  readonly silent?: readonly string[];
}

export const LABELLED_SENTENCES: readonly LabelledSentence[] = [
  // Posts to be filled
  { says: 'Hire a family navigator for the Thanet hub', cost: 'None', contradicted: true, marks: ['new-post: Hire a family navigator'] },
  { says: 'Employ three extra school nurses', cost: 'Low', contradicted: true, marks: ['new-post: Employ three extra school nurses'] },
  { says: { measure: 'Dietitian in post by June 2027' }, cost: 'No cost', contradicted: true, marks: ['new-post: Dietitian in post'] },
  { says: 'Create a new data role in the intelligence team', cost: 'nil', contradicted: true, marks: ['new-post: Create a new data role'] },
  { says: 'Fund 1.5 FTE to answer the advice line', cost: 'Low cost', contradicted: true, marks: ['new-post: 1.5 FTE'] },
  {
    says: 'Recruit 30 volunteer drivers for the food bank',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Recruit 30 volunteer drivers'],
  },
  { says: 'Recruit foster carers in every district', cost: 'none', contradicted: false, marks: [], silent: ['Recruit foster carers'] },
  { says: 'Recruit 200 smokers to the trial', cost: 'none', contradicted: false, marks: [], silent: ['Recruit 200 smokers'] },
  {
    says: 'Support local firms to recruit apprentices and older workers',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['recruit apprentices'],
  },
  {
    says: 'Name a loneliness lead from current staff in each service',
    cost: 'No cost',
    contradicted: false,
    marks: ['existing-resources: from current staff'],
  },
  {
    says: 'Publish a weekly blog post and three social media posts on sleep',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['blog post', 'media posts'],
  },
  { says: 'Deliver the review with no new posts', cost: 'No cost', contradicted: false, marks: [], silent: ['new posts'] },
  {
    says: 'Build on the work of the two officers recruited in 2019',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['recruited in 2019'],
  },

  // Buying and commissioning
  {
    says: 'Commission an independent evaluation of family hubs',
    cost: 'No cost',
    contradicted: true,
    marks: ['procurement: Commission an independent evaluation'],
  },
  {
    says: 'Purchase a case management system for the rough sleeping team',
    cost: 'low',
    contradicted: true,
    marks: ['procurement: Purchase a case management system'],
  },
  {
    says: 'Buy 20 blood pressure cuffs for libraries',
    cost: 'Low cost',
    contradicted: false,
    marks: ['procurement: Buy 20 blood pressure cuffs'],
  },
  {
    says: 'Buy 20 blood pressure cuffs for libraries',
    cost: 'No cost',
    contradicted: true,
    marks: ['procurement: Buy 20 blood pressure cuffs'],
  },
  { says: { timescale: 'Go out to tender in May 2026' }, cost: 'Low', contradicted: true, marks: ['procurement: out to tender'] },
  { says: { measure: 'Contract awarded by autumn 2026' }, cost: 'none', contradicted: true, marks: ['procurement: Contract awarded'] },
  {
    says: 'Re-commission the sexual health service',
    cost: 'low cost',
    contradicted: true,
    marks: ['procurement: Re-commission the sexual health service'],
  },
  {
    says: 'Take part in the Fairness Commission on rural poverty',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Commission'],
  },
  {
    says: 'Agree commissioning intentions for dementia with the NHS',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['commissioning intentions'],
  },
  {
    says: 'Publish a procurement policy that favours healthy food',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['procurement policy'],
  },
  { says: 'Get buy-in from head teachers', cost: 'No cost', contradicted: false, marks: [], silent: ['buy-in'] },
  { says: 'Train care homes in order to prevent falls', cost: 'No cost', contradicted: false, marks: [], silent: ['order'] },
  {
    says: 'Understand what schools buy for their breakfast clubs',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['schools buy'],
  },
  { says: 'Explore options to commission a mobile dental clinic', cost: 'No cost', contradicted: false, marks: [] },

  // Money spent
  { says: 'Invest in cycle training for year six', cost: 'No cost', contradicted: true, marks: ['spend: Invest in cycle training'] },
  { says: 'Invest time in listening to young carers', cost: 'No cost', contradicted: false, marks: [], silent: ['Invest time'] },
  { says: 'Pay for taxis to the memory clinic', cost: 'No cost', contradicted: true, marks: ['spend: Pay for taxis'] },
  { says: 'Pay attention to the voice of children in care', cost: 'No cost', contradicted: false, marks: [], silent: ['Pay attention'] },
  {
    says: 'Subsidise swimming lessons for children in poverty',
    cost: 'Low',
    contradicted: false,
    marks: ['spend: Subsidise swimming lessons'],
  },
  { says: 'Offer small grants to twelve lunch clubs', cost: 'none', contradicted: true, marks: ['spend: Offer small grants'] },
  {
    says: 'Advise households that spend a tenth of their income on fuel',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['spend a tenth', 'income'],
  },

  // Sums
  { says: 'Run a hearing campaign at a cost of £12 500', cost: 'Low cost', contradicted: true, marks: ['amount: £12 500'] },
  { says: 'Run a hearing campaign with £4 500 of printing', cost: 'Low cost', contradicted: false, marks: ['amount: £4 500'] },
  { says: 'Give 400 new parents a book pack at £30 each', cost: 'low', contradicted: true, marks: ['amount: £30'] },
  {
    says: { commitment: 'Pay each peer mentor £50 for a session', measure: '60 sessions a year' },
    cost: 'Low',
    contradicted: false,
    marks: ['amount: £50'],
  },
  { says: 'Train 25 walk leaders at £40 a head', cost: 'low', contradicted: false, marks: ['amount: £40'] },
  { says: 'Help pensioners claim £3m of unclaimed Pension Credit', cost: 'No cost', contradicted: false, marks: [], silent: ['£3m'] },
  { says: 'Organise a 10k run in the country park', cost: 'No cost', contradicted: false, marks: [], silent: ['10k run'] },
  {
    says: 'Learn from the £5 million Healthy New Towns programme',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['£5 million'],
  },
  { says: 'Respond to round 3 of the consultation on allotments', cost: 'No cost', contradicted: false, marks: [], silent: ['round 3'] },

  // Funds and grants
  {
    says: 'Extend the warm homes offer with the Household Support Fund',
    cost: 'nil',
    contradicted: true,
    marks: ['named-fund: Household Support Fund'],
  },
  {
    says: 'Use Sport England funding for chair exercise',
    cost: 'No cost',
    contradicted: true,
    marks: ['named-fund: Sport England funding'],
  },
  { says: 'Apply for a grant to restore the sensory garden', cost: 'No cost', contradicted: true, marks: ['grant: Apply for a grant'] },
  {
    says: { commitment: 'Extend the befriending line', timescale: 'Lottery bid submitted, answer in June' },
    cost: 'Funded',
    contradicted: true,
    marks: ['grant: bid submitted'],
  },
  {
    says: 'Grant young carers free entry to leisure centres',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Grant young carers'],
  },
  { says: { ledBy: 'Sarah Grant, Head of Libraries' }, cost: 'No cost', contradicted: false, marks: [], silent: ['Grant'] },
  { says: { ledBy: 'Better Care Fund Manager' }, cost: 'none', contradicted: false, marks: [], silent: ['Better Care Fund'] },
  { says: 'Work in a bid to lower smoking at the port', cost: 'No cost', contradicted: false, marks: [], silent: ['bid to lower'] },

  // Conditions
  {
    says: { timescale: 'April 2027, if the business case is approved' },
    cost: 'No cost',
    contradicted: true,
    marks: ['condition: if the business case'],
  },
  { says: { timescale: 'Budget permitting, from 2026' }, cost: 'none', contradicted: true, marks: ['condition: Budget permitting'] },
  {
    says: { commitment: 'Open a respite flat', timescale: 'Once the ICB has confirmed its funding' },
    cost: 'Funded',
    contradicted: true,
    marks: ['condition: Once the ICB has confirmed its funding'],
  },
  {
    says: { timescale: 'Spring 2027, subject to Cabinet approval' },
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Cabinet approval'],
  },
  {
    says: { timescale: 'Awaiting a funding decision' },
    cost: 'Low',
    contradicted: false,
    marks: ['condition: Awaiting a funding decision'],
  },

  // Time-limited money
  {
    says: 'Keep the link worker, whose funding ends in March 2027',
    cost: 'No cost',
    contradicted: true,
    marks: ['time-limited: funding ends'],
  },
  {
    says: 'Employ a temporary coordinator for two years',
    cost: 'No cost',
    contradicted: true,
    marks: ['new-post: Employ a temporary coordinator', 'time-limited: for two years'],
  },
  { says: 'Support people who have smoked for 20 years', cost: 'No cost', contradicted: false, marks: [], silent: ['for 20 years'] },

  // Income and savings
  { says: 'Charge visitors £2 for the guided health walk', cost: 'No cost', contradicted: false, marks: ['income: Charge visitors £2'] },
  { says: 'Generate £8k of income from room hire', cost: 'No cost', contradicted: false, marks: ['income: Generate £8k of income'] },
  { says: 'Target families on a low income in coastal wards', cost: 'No cost', contradicted: false, marks: [], silent: ['low income'] },
  {
    says: 'Cut the cost of agency staff by £60k',
    cost: 'none',
    contradicted: false,
    marks: ['saving: Cut the cost of agency staff by £60k'],
  },
  { says: 'Help tenants save £150 on their water bills', cost: 'No cost', contradicted: false, marks: [], silent: ['£150'] },
  { says: 'Save lives by teaching CPR', cost: 'No cost', contradicted: false, marks: [], silent: ['Save lives'] },

  // Capital
  { says: 'Refurbish the day centre kitchen', cost: 'Low', contradicted: true, marks: ['capital: Refurbish the day centre kitchen'] },
  { says: 'Install water fountains in six parks', cost: 'No cost', contradicted: true, marks: ['capital: Install water fountains'] },
  { says: 'Build confidence in new parents', cost: 'No cost', contradicted: false, marks: [], silent: ['Build confidence'] },
  { says: 'Build social capital in rural villages', cost: 'No cost', contradicted: false, marks: [], silent: ['social capital'] },
  {
    says: 'Extend library opening hours by using volunteers',
    cost: 'No cost',
    contradicted: false,
    marks: ['existing-resources: using volunteers'],
    silent: ['Extend library opening hours'],
  },
  { says: 'Encourage developers to build cycle paths', cost: 'No cost', contradicted: false, marks: [], silent: ['build cycle paths'] },
  { says: 'Replace paper forms with one web page', cost: 'No cost', contradicted: false, marks: [], silent: ['Replace paper forms'] },
  {
    says: { commitment: 'Resurface the seafront path', measure: 'Path resurfaced' },
    cost: 'none',
    contradicted: true,
    marks: ['capital: Resurface the seafront path'],
  },

  // What is there already
  {
    says: 'Run the clinics within current budgets',
    cost: 'No cost',
    contradicted: false,
    marks: ['existing-resources: within current budgets'],
  },
  { says: 'Review existing services for young carers', cost: 'No cost', contradicted: false, marks: [], silent: ['existing services'] },
  { says: { measure: 'Days of staff time lost to back pain' }, cost: 'No cost', contradicted: false, marks: [], silent: ['staff time'] },
];

/** A second set, labelled when the rules had been corrected by the first, again before they were run on it. */
export const LATER_SENTENCES: readonly LabelledSentence[] = [
  {
    says: 'Take on a falls coordinator to cover the coast',
    cost: 'No cost',
    contradicted: true,
    marks: ['new-post: Take on a falls coordinator'],
  },
  {
    says: 'Second two planners from the districts until March 2028',
    cost: 'Low cost',
    contradicted: true,
    marks: ['new-post: Second two planners'],
  },
  {
    says: { commitment: 'Set up a maternity advocacy project', measure: 'Project officer appointed by July 2026' },
    cost: 'none',
    contradicted: true,
    marks: ['new-post: Project officer appointed'],
  },
  { says: { ledBy: 'TBC (new post to be recruited)' }, cost: 'No cost', contradicted: true, marks: ['new-post: new post'] },
  { says: 'Give one existing librarian the role of wellbeing lead', cost: 'No cost', contradicted: false, marks: [] },
  {
    says: 'Recruit panel members with lived experience',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Recruit panel members'],
  },
  {
    says: 'Appoint a champion for carers on each committee',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Appoint a champion'],
  },
  { says: 'Increase the number of care workers who are vaccinated', cost: 'nil', contradicted: false, marks: [], silent: ['care workers'] },
  {
    says: 'Backfill the practice educator for a year',
    cost: 'low',
    contradicted: true,
    marks: ['new-post: Backfill the practice educator'],
  },

  {
    says: 'Contract a specialist provider to run stop smoking groups',
    cost: 'Low',
    contradicted: true,
    marks: ['procurement: Contract a specialist provider'],
  },
  {
    says: 'Retender the drug and alcohol service',
    cost: 'No cost',
    contradicted: true,
    marks: ['procurement: Retender the drug and alcohol service'],
  },
  {
    says: 'Lease an electric minibus for the lunch club',
    cost: 'Low cost',
    contradicted: true,
    marks: ['procurement: Lease an electric minibus'],
  },
  {
    says: { commitment: 'Digital first contact', measure: 'New system procured and live by 2027' },
    cost: 'none',
    contradicted: true,
    marks: ['procurement: New system procured'],
  },
  { says: 'Order 40 reminder boxes for pharmacies', cost: 'none', contradicted: true, marks: ['procurement: Order 40 reminder boxes'] },
  {
    says: 'Ask the Health Select Committee’s commission on obesity for its findings',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['commission'],
  },
  {
    says: 'Work with commissioners and providers on a shared language',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['commissioners', 'providers'],
  },
  {
    says: 'Write social value questions into every tender and contract',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['tender'],
  },
  {
    says: 'Monitor how the wheelchair contract performs',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['wheelchair contract'],
  },
  { says: 'Promote the service that we commissioned in 2021', cost: 'No cost', contradicted: false, marks: [], silent: ['commissioned'] },
  {
    says: 'Enable small firms to tender for council work',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['tender for council work'],
  },

  {
    says: 'Finance a hardship offer for kinship families',
    cost: 'No cost',
    contradicted: true,
    marks: ['spend: Finance a hardship offer'],
  },
  { says: 'Reimburse the bus fares of young volunteers', cost: 'none', contradicted: true, marks: ['spend: Reimburse the bus fares'] },
  { says: 'Continue to invest in smoke-free homes', cost: 'no cost', contradicted: true, marks: ['spend: invest in smoke-free homes'] },
  { says: 'Invest energy and goodwill in the new alliance', cost: 'no cost', contradicted: false, marks: [], silent: ['Invest energy'] },
  {
    says: 'Attract inward investment to the life sciences park',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['inward investment'],
  },
  {
    says: 'Lobby government to fund free school meals for all',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['fund free school meals'],
  },

  { says: 'Print the falls booklet (£2,400)', cost: 'No cost', contradicted: true, marks: ['amount: £2,400'] },
  { says: 'Provide 1 500 families with a £10 toothbrush pack', cost: 'low', contradicted: true, marks: ['amount: £10'] },
  {
    says: { commitment: 'Pay £25 per review to peer reviewers', measure: '40 reviews' },
    cost: 'Low',
    contradicted: false,
    marks: ['amount: £25'],
  },
  { says: 'Buy in theatre workshops at £450 each for 30 schools', cost: 'low cost', contradicted: true, marks: ['amount: £450'] },
  { says: 'Align with the £40m Levelling Up programme of the district', cost: 'No cost', contradicted: false, marks: [], silent: ['£40m'] },
  {
    says: 'Raise awareness of the £2,000 boiler voucher that government offers to households',
    cost: 'none',
    contradicted: false,
    marks: [],
  },
  {
    says: { measure: 'Unpaid care in Kent is worth £1.9 billion' },
    cost: 'none',
    contradicted: false,
    marks: [],
    silent: ['£1.9 billion'],
  },
  {
    says: 'In 2018 the council spent £300k on a similar campaign; share what was learned',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['£300k'],
  },

  { says: 'Continue the warm hub scheme with UKSPF money', cost: 'No cost', contradicted: true, marks: ['named-fund: UKSPF money'] },
  {
    says: 'Bid to Arts Council England for a singing for lungs project',
    cost: 'none',
    contradicted: true,
    marks: ['grant: Bid to Arts Council England'],
  },
  { says: 'Submit a funding application for dementia gardens', cost: 'No cost', contradicted: true, marks: ['grant: funding application'] },
  { says: 'Secure external funding for a youth club', cost: 'Funded', contradicted: true, marks: ['grant: Secure external funding'] },
  {
    says: 'Continue the home safety visits, grant-funded by the Home Office',
    cost: 'Funded',
    contradicted: false,
    marks: ['named-fund: funded by the Home Office'],
  },
  {
    says: 'Take residents’ views for granted no longer: consult each quarter',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['granted'],
  },
  { says: 'Outbid no one: share venues with the districts', cost: 'No cost', contradicted: false, marks: [], silent: ['Outbid'] },
  { says: 'Fundraising walk by staff for the hospice', cost: 'No cost', contradicted: false, marks: [], silent: ['Fundraising'] },

  {
    says: { timescale: 'Phase 2 depends on further investment' },
    cost: 'none',
    contradicted: true,
    marks: ['condition: depends on further investment'],
  },
  {
    says: { timescale: 'From June 2026 (funding to be confirmed)' },
    cost: 'No cost',
    contradicted: true,
    marks: ['condition: funding to be confirmed'],
  },
  { says: { timescale: '2027, unless the grant is refused' }, cost: 'Low', contradicted: false, marks: [] },
  {
    says: { timescale: 'Dependent on school term dates' },
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Dependent on school term dates'],
  },
  { says: { timescale: 'Subject to contract' }, cost: 'Low', contradicted: false, marks: [] },
  {
    says: { measure: 'Money for the scheme runs out in March 2027' },
    cost: 'No cost',
    contradicted: true,
    marks: ['time-limited: Money for the scheme runs out'],
  },
  {
    says: 'Deliver a two-year funded programme of walks',
    cost: 'No cost',
    contradicted: true,
    marks: ['time-limited: two-year funded programme'],
  },

  { says: 'Introduce a fee of £5 for parking permits at the beach', cost: 'No cost', contradicted: false, marks: ['income: fee of £5'] },
  { says: 'Sell advertising space on the wellbeing bus', cost: 'No cost', contradicted: false, marks: ['income: Sell advertising space'] },
  {
    says: 'Offer the training to other councils as a traded service',
    cost: 'No cost',
    contradicted: false,
    marks: ['income: traded service'],
  },
  { says: 'Reduce agency spend in children’s homes', cost: 'No cost', contradicted: false, marks: ['saving: Reduce agency spend'] },
  {
    says: 'Raise the income of pensioners through benefit checks',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['income of pensioners'],
  },

  {
    says: 'Convert the old courthouse into a youth hub',
    cost: 'Low cost',
    contradicted: true,
    marks: ['capital: Convert the old courthouse'],
  },
  { says: 'Replace the windows of three children’s homes', cost: 'none', contradicted: true, marks: ['capital: Replace the windows'] },
  { says: 'Construct an outdoor classroom', cost: 'low', contradicted: true, marks: ['capital: Construct an outdoor classroom'] },
  {
    says: { measure: '30 benches installed along the coast' },
    cost: 'No cost',
    contradicted: true,
    marks: ['capital: 30 benches installed'],
  },
  { says: 'Build on the healthy schools award', cost: 'No cost', contradicted: false, marks: [], silent: ['Build on'] },
  {
    says: 'Repair relationships with families after care',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['Repair relationships'],
  },
  { says: 'Upgrade the skills of reception teams', cost: 'No cost', contradicted: false, marks: [], silent: ['Upgrade the skills'] },
  {
    says: 'Write place names in capital letters on the new map',
    cost: 'No cost',
    contradicted: false,
    marks: [],
    silent: ['capital letters'],
  },
  { says: 'Extend the pilot to two more wards', cost: 'No cost', contradicted: false, marks: [], silent: ['Extend the pilot'] },

  {
    says: 'Deliver the sessions through our own sports team',
    cost: 'No cost',
    contradicted: false,
    marks: ['existing-resources: through our own sports team'],
  },
  { says: 'Have the walks led by volunteers', cost: 'No cost', contradicted: false, marks: ['existing-resources: by volunteers'] },
  { says: { measure: 'Number of volunteers trained' }, cost: 'No cost', contradicted: false, marks: [], silent: ['volunteers'] },
];
