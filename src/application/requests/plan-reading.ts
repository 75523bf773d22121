import type { Finding } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { PrintedLogframe } from '../../domain/logframe';
import type { Action, LeftOut, MeasureLine, TableCorrection, TableRead, UnfitCorrection } from '../../domain/reading';
import type { PlanState } from '../../domain/state';
import type { PlanOverview } from './plan-overview';

/** Names of the framework's directorates, in its order: those with at least one table, and the rest. */
export interface DirectoratesSeen {
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

/** What the mapping is worked out from, beside the directorates' tables; carried along with a reading. */
export interface MappingSource {
  readonly framework: Framework;
  readonly state: PlanState;
  /** The rows of `All priorities` that are still sent, as actions whose cells are there. */
  readonly planRows: readonly Action[];
  /** The measures of the plan as they were last sent. */
  readonly planMeasures: readonly MeasureLine[];
  /** The logframe on a sheet of this workbook; null when none is called that. */
  readonly logframe: PrintedLogframe | null;
}

/** The workbook as read. The pane counts what it shows from these lists, so that each number has its list. */
export interface PlanReading {
  /** Sheets looked at; hidden ones are not. */
  readonly sheets: number;
  /** Tables of directorates; the sheets a collation wrote are not among them. In tab order, from the top. */
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  /** In the order of the sheets and rows. */
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  /** The user's corrections of tables of this workbook, and those that no longer fit. */
  readonly corrections: readonly TableCorrection[];
  readonly unfit: readonly UnfitCorrection[];
  readonly directorates: DirectoratesSeen;
  readonly mapping: MappingSource;
  /** Null where the workbook holds no plan. */
  readonly plan: PlanOverview | null;
}
