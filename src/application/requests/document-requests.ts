import type { DeliveredDocument, DeliveryWay, OnProgress } from '../ports/ports';
import type { CollationChoices, SubmittedFile } from './collation-requests';

/** A file made for the user. */
export interface MadeDocument extends DeliveredDocument {
  /** The same in words, to be copied where no file can be given. */
  readonly text: string;
}

export const PAPERS = ['appendix-a', 'appendix-b', 'progress', 'finance', 'findings'] as const;
export type Paper = (typeof PAPERS)[number];

/** What the pane can have made. Return packs come with their texts, and with texts to chase those who have not sent. */
export type DocumentChoice = Paper | 'csv' | 'json' | 'return-packs';

/** How much there is to make documents of, so that no empty one is made by mistake. */
export interface DocumentContents {
  readonly actions: number;
  readonly measures: number;
  /** Commitments of the current activity. */
  readonly activities: number;
  readonly findings: number;
  /** Sheets that a collation wrote into this workbook. */
  readonly sheets: number;
}

/** What the user answered on the files: which versions count, which actions are the same, and who is left out. Documents follow it as the plan does. */
export type AnswersOnFiles = Pick<CollationChoices, 'versions' | 'judgements' | 'leaveOut'>;

/** How a document gets to the user. */
export interface DeliveryRequests {
  /** Ways in which this host gives a document to the user, the best first. Copying its text is always possible beside them. */
  waysFor(document: MadeDocument): readonly DeliveryWay[];
  deliver(document: MadeDocument, way: DeliveryWay): Promise<void>;
}

/** What the pane has made. `files` are those picked for the collation: their tables are not in the workbook. */
export interface MakingRequests {
  look(files: readonly SubmittedFile[], signal: AbortSignal, onProgress: OnProgress, answers?: AnswersOnFiles): Promise<DocumentContents>;
  /** Reads afresh, so that no document is older than the workbook. */
  make(
    choice: DocumentChoice,
    files: readonly SubmittedFile[],
    signal: AbortSignal,
    onProgress: OnProgress,
    answers?: AnswersOnFiles,
  ): Promise<readonly MadeDocument[]>;
}

/** What the pane asks for about documents. */
export interface DocumentRequests extends MakingRequests, DeliveryRequests {}
