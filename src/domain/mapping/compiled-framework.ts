import type { Concept, Framework, Indicator } from '../framework';

/** Concepts, by their places in the framework's list, that must all be found. */
export type Term = readonly number[];

export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly population: readonly number[];
  readonly outcome: readonly Term[];
  readonly setting: readonly Term[];
  readonly interventions: readonly Term[];
  readonly related: readonly Term[];
  readonly not: readonly number[];
  /** Whether its level is an outcome's, so that the row's outcomes speak for or against it. */
  readonly levelIsOutcome: boolean;
  readonly ownLevelOnly: boolean;
  /** What it measures, as a sentence would put it. */
  readonly subject: string;
}

export interface CompiledFramework {
  readonly framework: Framework;
  readonly concepts: readonly Concept[];
  readonly indicators: readonly CompiledIndicator[];
  /** By concept's place, the places of the indicators that name it as evidence. */
  readonly namedBy: readonly (readonly number[])[];
  /** By concept's place, the places of the indicators that it is taken for and is not. */
  readonly takenFor: readonly (readonly number[])[];
  readonly populations: readonly number[];
  /** Whether the concept at a place is a process. */
  readonly isProcess: readonly boolean[];
  /** Places of the concepts that an outcome's code or a directorate's name implies. */
  readonly implied: ReadonlyMap<string, readonly number[]>;
}

export const labelOf = (concept: Concept): string => concept.label ?? concept.id.replace(/-/g, ' ');

/** Replaces the concepts' ids by their places, once for a framework. */
export function compileFramework(framework: Framework): CompiledFramework {
  const { concepts } = framework;
  const places = new Map(concepts.map((concept, place) => [concept.id, place]));
  const term = (text: string): Term => text.split(' + ').flatMap((id) => places.get(id) ?? []);
  const terms = (list: readonly string[] | undefined): Term[] => (list ?? []).map(term);
  const ofKind = (kind: Concept['kind']): number[] => concepts.flatMap((concept, place) => (concept.kind === kind ? [place] : []));
  const implied = new Map<string, number[]>();
  concepts.forEach((concept, place) => {
    for (const sign of concept.impliedBy) implied.set(sign, [...(implied.get(sign) ?? []), place]);
  });
  const codes = new Set(framework.outcomes.map((outcome) => outcome.code));
  const namedBy = concepts.map(({ id }) =>
    framework.indicators.flatMap(({ concepts: own }, place) =>
      [own?.outcome, own?.interventions, own?.related].some((list) => list?.some((each) => each.split(' + ').includes(id))) ? [place] : [],
    ),
  );
  const takenFor = concepts.map(({ id }) =>
    framework.indicators.flatMap(({ concepts: own }, place) => (own?.not.some((each) => each.split(' + ').includes(id)) ? [place] : [])),
  );
  return {
    framework,
    concepts,
    namedBy,
    takenFor,
    populations: ofKind('population'),
    isProcess: concepts.map(({ kind }) => kind === 'process'),
    implied,
    indicators: framework.indicators.map((indicator) => {
      const own = indicator.concepts;
      const main = [...terms(own?.outcome), ...terms(own?.interventions)];
      // One concept makes a plainer sentence than several joined.
      const subject = main.find((each) => each.length === 1) ?? main[0] ?? [];
      return {
        indicator,
        population: terms(own?.population).flat(),
        outcome: terms(own?.outcome),
        setting: terms(own?.setting),
        interventions: terms(own?.interventions),
        related: terms(own?.related),
        not: terms(own?.not).flat(),
        levelIsOutcome: codes.has(indicator.level),
        ownLevelOnly: own?.ownLevelOnly ?? false,
        subject: subject
          .flatMap((place) => concepts[place] ?? [])
          .map(labelOf)
          .join(' and '),
      };
    }),
  };
}
