import { FINANCE_HEADINGS } from '../wording';
import type { HeadingKey } from './heading-keys';

/**
 * The words that councils put over their columns (docs/rules.md#headings). `strength` says how surely the words mean the
 * heading: from 0.9 they are certain, below they are likely, and where two columns could have one heading the stronger has
 * it. One phrase may stand under several headings: "Priority" is the commitment, or the theme where an "Action"
 * stands beside it. Phrases are in lower case, singular, without punctuation.
 */
export interface HeadingWords {
  readonly key: HeadingKey;
  readonly strength: number;
  readonly phrases: readonly string[];
}

const words = (key: HeadingKey, strength: number, phrases: string): HeadingWords => ({ key, strength, phrases: phrases.split(' | ') });

export const HEADING_WORDS: readonly HeadingWords[] = [
  words('commitment', 1, 'what we have committed to | what weve committed to | what have we committed to | what we commit to'),
  words('commitment', 0.99, 'commitment | our commitment | key commitment | pledge | our pledge | promise | our promise'),
  words(
    'commitment',
    0.98,
    'what we will do | what will we do | what we are going to do | what we are doing | what will be done | what will you do | we will | priority action | proposed action | key action | agreed action | planned action | improvement action | improvement activity | action point | action we are taking | action being taken | what we need to do | what do we need to do | action required | action to be taken | action description | description of action | commitment action | proposed priority action | action title | action name | title of action | project title | project name | measure title | measure name',
  ),
  words('commitment', 0.97, 'action'),
  words('commitment', 0.92, 'priority | proposed priority | our priority'),
  words('commitment', 0.7, 'deliverable | activity | task | initiative | intervention | scheme'),
  words('commitment', 0.6, 'objective | project | description | aim'),

  words(
    'ledBy',
    1,
    'led by | lead | lead officer | owner | responsible | led by responsible | accountable | accountable officer | responsible officer | lead person | lead name | named lead | name of lead | lead service | lead team | lead organisation | lead agency | action owner | action lead | owned by | by whom | who is responsible | who will lead | responsibility | responsible person | person responsible | responsible lead | lead responsible | sro | senior responsible owner | senior responsible officer | delivery lead | project lead | programme lead | council lead | accountability | accountable lead | lead and accountable officer | lead partner | responsible manager | responsible service | manager responsible | project manager | programme manager | managed by | accountable lead officer',
  ),
  words(
    'ledBy',
    0.95,
    'risk management authority | held by | driven by | championed by | action holder | holder | promoter | scheme promoter | delivered by | taken forward by | coordinated by | co ordinated by | nominated lead | product owner | step lead | who | lead director | lead contact | assigned to | lead manager',
  ),
  words('ledBy', 0.6, 'organisation involved | sponsor | project sponsor | executive sponsor | senior sponsor | action sponsor | champion'),
  words('ledBy', 0.5, 'contact | officer | manager | team | partner'),

  words(
    'timescale',
    1,
    'timescale | timetable | by when | when | due | deadline | target date | timeframe | time frame | time scale | due date | date due | completion date | target completion date | timeline | timing | target timescale | delivery timescale | delivery date | end date | date for completion | to be done by | done by | to be completed by when | date of completion | to be completed by | completed by | complete by | expected completion | expected completion date | estimated completion date | planned completion date | target deadline | timescale for delivery | timescale for completion | when will it be done | when will it be done by',
  ),
  words(
    'timescale',
    0.95,
    'completion | target completion | planned completion | proposed completion | completion target | finish date | milestone date | implementation date | date by',
  ),
  words(
    'timescale',
    0.7,
    'concludes | finishes | wrap up | year finishes | promise date | extended to | planned date | date planned | planned for | forecast date | expected date | proposed date | agreed date | date | end | finish | to | until',
  ),
  words('timescale', 0.4, 'milestone | key milestone | year | target'),

  // Below the words of an end, so that "Start / end date" is the timescale.
  words(
    'start',
    0.9,
    'start | start date | date started | date of start | start by | planned start | planned start date | proposed start | proposed start date | expected start | expected start date | target start date | actual start date | start month | commencement | commencement date | date of commencement | commence | begin | begin date | beginning | to start | when will it start | when will it begin',
  ),
  words('start', 0.5, 'from | date from'),

  words(
    'measure',
    1,
    'measure | measure of success | success measure | how we will measure it | how will we measure it | how will you measure it | how we will measure this | how we measure it | how it will be measured | how will it be measured | how will this be measured | how measured | kpi | outcome measure | measurable outcome | key performance indicator | performance measure | performance indicator | measure of impact | impact measure | output measure | how will we know | how we will know | how will we know weve succeeded | success criteria | success criterion | measured by | how will success be measured | how success will be measured | metric | measurement | evidence of success | what success looks like | what will success look like | what does success look like | success indicator | measure kpi',
  ),
  words('measure', 0.7, 'evidence of assurance | evidence of completion | evidence of impact | evidence of delivery | evidence required'),
  words('measure', 0.6, 'target | output | impact | evidence'),
  words('measure', 0.55, 'deliverable | key deliverable'),
  words(
    'measure',
    0.5,
    'expected outcome | intended outcome | desired outcome | planned outcome | anticipated outcome | indicator | result',
  ),
  words('measure', 0.3, 'outcome'),

  words('milestone', 1, 'milestone | key milestone | milestone description | key step | step | sub action | next step | interim milestone'),

  words(
    'sharedOutcome',
    1,
    'shared outcome | so | ics outcome | ics shared outcome | shared outcome link | link to shared outcome | links to shared outcome | which shared outcome | shared outcome code | shared outcome supported | so link | so number | so ref | so code | so supported',
  ),
  words(
    'sharedOutcome',
    0.95,
    'contributes to | links to outcome | link to outcome | linked outcome | which outcome | outcome link | outcome code | outcome number | outcome ref | outcome supported | contributes to outcome | contributes to which outcome | related outcome | strategic outcome | strategy outcome',
  ),
  words('sharedOutcome', 0.93, 'outcome'),
  words('sharedOutcome', 0.6, 'expected outcome | intended outcome | desired outcome | planned outcome | anticipated outcome'),

  words(
    'cost',
    1,
    'low no cost | no low cost | low or no cost | no or low cost | low cost no cost | is it low or no cost | cost | resource | funding | cost none low other | budget | resource implication | financial implication | cost implication | resource required | funding source | source of funding | estimated cost | cost estimate | cost flag | cost category | cost to council',
  ),
  words('cost', 0.6, 'finance'),

  words(
    'status',
    1,
    'status | status now | rag | rag status | rag rating | current status | delivery status | action status | brag | brag rating | brag status | progress rag | open closed | open or closed | progress rating | delivery rating | delivery confidence | confidence rating | rag progress | ragb | bragb | ragb rating | ragb status | rayg | traffic light | traffic light rating',
  ),
  words('status', 0.6, 'rating | stage'),

  words(
    'progress',
    1,
    'progress | progress now | update | latest position | progress update | latest update | current position | progress to date | latest progress | update on progress | quarterly update | progress report | progress narrative | progress comment | latest comment | position statement | state of play | story so far | where we are | where we have got to',
  ),
  // The columns of a return pack that show what the plan says; without words of their own they would pass for the answer.
  words('lastStatus', 1, 'status last time | last status | status last quarter | previous status'),
  words('lastProgress', 1, 'progress last time | last progress | progress last quarter | previous progress'),

  words('progress', 0.9, 'latest note | where are we now | position'),
  words('progress', 0.8, 'commentary | narrative | achievement | what we have done | how closed'),

  words(
    'ref',
    1,
    'ref | no | number | id | reference | ref no | action no | action ref | action id | item no | ref number | reference number | our ref | their ref | action number',
  ),
  words('ref', 0.8, 'item | line | row | serial'),

  words(
    'theme',
    1,
    'theme | programme | program | theme programme | programme theme | workstream | work stream | strand | priority area | priority theme | key theme | thematic area | programme area | area of focus | focus area | work programme | delivery programme',
  ),
  words('theme', 0.8, 'strategic priority | pillar | strategic objective | strategic theme'),
  words('theme', 0.5, 'priority | objective | goal | category | aim | project | proposed priority'),

  words(
    'directorate',
    1,
    'directorate | division | directorate division | directorate service | service directorate | department | lead directorate | owning directorate',
  ),
  words('directorate', 0.95, 'service | service area | business unit'),
  words('directorate', 0.4, 'team'),

  words(
    'indicator',
    1,
    'indicator | logframe indicator | ovi | objectively verifiable indicator | logframe ref | logframe reference | logframe ovi | indicator ref | indicator id | indicator no | indicator number | linked indicator | link to logframe | links to logframe | logframe link | logframe indicator supported | logframe',
  ),

  words(
    'notes',
    1,
    'notes | note | comment | remark | additional information | further information | other information | additional comment',
  ),

  words(
    'strategies',
    1,
    'strategy plan in place to deliver | strategies plans in place to deliver | strategy plan service in place to deliver | plan in place to deliver | strategy in place to deliver | service in place to deliver | in place to deliver | strategy plan | strategy or plan | strategy and plan | strategies and plans | strategies plans | strategy in place | plan in place',
  ),
];

/** Short words that mean a heading only when they stand alone: "No." is a number, "no longer needed" is not. */
export const ONLY_ALONE = new Set(
  'no id so who item line row number note we will due when service activity task target output impact evidence to until'.split(' '),
);

/** Words that say nothing about which heading is meant. */
export const FILLER_WORDS = new Set('the a an of to for and or is are be in our your please kcc this it s'.split(' '));

/** Headings that hold a known word and mean something else; singular words, one space between. */
export const NO_HEADING = new Set([
  'budget code',
  'cost code',
  'cost centre',
  'cost center',
  'risk owner',
  'lead time',
  'means of verification',
  'mean of verification',
  'risk rating',
  'funding status',
  'budget status',
  // What the program proposes in its own sheets is nothing that an officer has written.
  'suggested indicator',
  // Finance's own columns beside a directorate's actions.
  ...Object.values(FINANCE_HEADINGS).map((heading) => heading.toLowerCase()),
]);
