import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { CostList, CostRow, FinanceColumnsPlan } from '../../application';
import { saysAgreed } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import { useAnnounce } from '../shared/announcer';
import type { RevealTarget } from '../shared/pane-services';
import { rowName } from '../shared/row-name';
import type { CostsPlace } from './cost-filter';
import { COSTS } from './costs-wording';
import type { Costs, GivenVerdict } from './use-costs';
import { verdictHeld } from './verdict-form';

/** Judging one cost after the other. */
export interface Judging {
  /** What is chosen and typed for the current row. */
  readonly given: GivenVerdict;
  readonly isInitialsMissing: boolean;
  /** Initials were not known when the verdict was chosen, so they stand beside it. */
  readonly asksInitials: boolean;
  /** The verdict that is chosen needs a note. */
  readonly needsNote: boolean;
  /** It was to be recorded without one. */
  readonly isNoteMissing: boolean;
  /** It was to be recorded, and no verdict is chosen. */
  readonly isVerdictMissing: boolean;
  readonly nameOf: (row: CostRow) => string;
  readonly choose: (given: Partial<GivenVerdict>) => void;
  readonly moveTo: (index: number) => void;
  /** Records the current row and goes on to the next one that is open. */
  readonly record: () => void;
  readonly takeOut: () => void;
  readonly undo: () => void;
  /** Enter records, wherever it is pressed beside buttons and lists to choose from. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly groupRef: RefObject<HTMLDivElement | null>;
  readonly initialsRef: RefObject<HTMLInputElement | null>;
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
}

interface JudgingOf {
  readonly costs: Costs;
  readonly list: CostList;
  readonly place: CostsPlace;
  readonly framework: Pick<Framework, 'directorates'>;
  /** Whether the row has cells for a verdict. */
  readonly canRecord: boolean;
  /** The columns that were added for verdicts here; null where none were. */
  readonly added: FinanceColumnsPlan | null;
  readonly reveal: (target: RevealTarget) => void;
}

const NOTHING: GivenVerdict = { verdict: null, note: '' };

function givenFor(row: CostRow, { costs, list }: Pick<JudgingOf, 'costs' | 'list'>): GivenVerdict {
  return { verdict: verdictHeld(row, list.verdicts), note: row.place?.said.note ?? '', ...costs.draftOf(row) };
}

/** The radio button that Tab would come to: the chosen one, or the first. */
function focusVerdict(group: HTMLElement | null): void {
  const radios = [...(group?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}

export function useJudging(of: JudgingOf): Judging {
  const { costs, list, place, framework, canRecord, added, reveal } = of;
  const announce = useAnnounce();
  const listRef = useRef<HTMLDivElement>(null);
  const groupRef = useRef<HTMLDivElement>(null);
  const initialsRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const [asksInitials, setAsksInitials] = useState(false);
  const [isInitialsMissing, setInitialsMissing] = useState(false);
  /** The keys of the rows of which they were missed. */
  const [verdictMissing, setVerdictMissing] = useState<string | null>(null);
  const [noteMissing, setNoteMissing] = useState<string | null>(null);
  const [focusWanted, setFocusWanted] = useState(false);
  const row = place.current;
  const given = row === null ? NOTHING : givenFor(row, of);
  const needsNote = given.verdict !== null && !saysAgreed(given.verdict, list.verdicts);
  const nameOf = (one: CostRow): string => rowName(one, framework);

  // Whoever has just added the columns goes on with the verdict that they are for.
  const addedBefore = useRef(added);
  useEffect(() => {
    if (added === null || !canRecord || addedBefore.current === added) return;
    addedBefore.current = added;
    setFocusWanted(true);
  }, [added, canRecord]);

  // In the list focus stays there; from anywhere else it goes to the verdict of the row that is current now.
  useEffect(() => {
    if (!focusWanted) return;
    setFocusWanted(false);
    if (document.activeElement !== listRef.current) focusVerdict(groupRef.current);
    // The new row is read from its beginning, wherever in the last one the view was scrolled to.
    listRef.current?.scrollIntoView({ block: 'nearest' });
  }, [focusWanted]);

  const goTo = (index: number): void => {
    place.moveTo(index);
    const target = place.rows[index];
    if (target !== undefined) reveal({ kind: 'action', action: target.action });
  };
  const goOn = (done: CostRow): string => {
    const at = place.next(new Set([done.key]));
    const next = at === null ? undefined : place.rows[at];
    if (at === null || next === undefined) return COSTS.lastRow;
    goTo(at);
    const flag = COSTS.flag(next.action.cost, next.action.source.cells.cost !== undefined);
    return COSTS.nextRow(nameOf(next), flag, next.question);
  };

  const write = async (verdict: string | null): Promise<void> => {
    if (row === null) return;
    place.keep([row.key]);
    const done = await costs.record(row, { verdict, note: given.note });
    if (done === null) return;
    setAsksInitials(false);
    const next = verdict === null ? '' : goOn(row);
    announce([COSTS.recorded(nameOf(row), verdict), next].filter((words) => words !== '').join(' '));
    setFocusWanted(true);
  };
  const record = (): void => {
    if (row === null || !canRecord || costs.busy) return;
    if (given.verdict === null) {
      announce(COSTS.verdictNeeded);
      setVerdictMissing(row.key);
      focusVerdict(groupRef.current);
    } else if (needsNote && given.note.trim() === '') {
      announce(COSTS.noteNeeded);
      setNoteMissing(row.key);
      noteRef.current?.focus();
    } else if (costs.by.trim() === '') {
      setInitialsMissing(true);
      initialsRef.current?.focus();
    } else {
      setInitialsMissing(false);
      void write(given.verdict);
    }
  };
  const undo = async (): Promise<void> => {
    const back = await costs.undo();
    if (back === null) return;
    place.keep([back.key]);
    const at = place.rows.findIndex(({ key }) => key === back.key);
    if (at >= 0) goTo(at);
    announce(COSTS.undone(nameOf(back)));
    setFocusWanted(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = event.target as HTMLElement;
    const isTaken = event.defaultPrevented || event.nativeEvent.isComposing || event.shiftKey;
    if (event.key !== 'Enter' || isTaken || at.closest('button, select, a') !== null) return;
    event.preventDefault();
    record();
  };

  return {
    given,
    isVerdictMissing: row !== null && verdictMissing === row.key && given.verdict === null,
    asksInitials,
    needsNote,
    isNoteMissing: row !== null && noteMissing === row.key && given.note.trim() === '',
    isInitialsMissing: isInitialsMissing && costs.by.trim() === '',
    nameOf,
    choose: (some) => {
      if (row === null) return;
      if (some.verdict !== undefined && costs.by.trim() === '') setAsksInitials(true);
      costs.setDraft(row, { ...costs.draftOf(row), ...some });
    },
    moveTo: goTo,
    record,
    takeOut: () => void write(null),
    undo: () => void undo(),
    onKeyDown,
    listRef,
    groupRef,
    initialsRef,
    noteRef,
  };
}
