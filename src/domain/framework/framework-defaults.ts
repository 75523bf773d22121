import json from './kent-2025.json';

/** In pounds; a sum up to this is a low cost, above it "above low cost" (docs/rules.md#cost-low). */
export const LOW_COST = 10_000;

/**
 * The words of a council that gives none of its own: statuses and verdicts as councils write them, the national funds and the posts of local
 * government, which are the same everywhere, and teams that every council has.
 */
export const DEFAULT_VOCABULARIES = {
  statuses: ['on track', 'at risk', 'delayed', 'complete', 'not started', 'stopped'],
  verdicts: ['agreed', 'query', 'not agreed'],
  namedFunds: json.vocabularies.namedFunds,
  posts: json.vocabularies.posts,
  teams: [
    'WFD',
    'L&D',
    'HR',
    'OD',
    'HROD',
    'PH',
    'ICT',
    'IT',
    'Comms',
    'Finance',
    'UKHSA',
    'ICB',
    'HCP',
    'ICP',
    'VCSE',
    'NHS',
    'Family hubs',
    'Family hub',
  ],
};
