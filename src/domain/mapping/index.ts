export {
  coverageOf,
  type Coverage,
  type IndicatorCoverage,
  type LevelCoverage,
  type MappedAction,
  type MappingState,
  type Served,
} from './coverage';
export { createRanker, type Ranker } from './ranker';
export { type Mark, type RankedRow, type RowField, type Strength, type Suggestion, type TurnedDown } from './suggestion';
export { suggestionsRestOn, type SuggestionsRestOn } from './suggestions-rest-on';
