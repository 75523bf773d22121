import { isOverdue, lastHeardWords, quarterOfDate } from '../../domain/collation';
import { fileNameFrom } from '../../domain/documents';
import { type Framework, inOwnWords } from '../../domain/framework';
import { type BookGrid, type CalendarDate, isoDate } from '../../domain/grid';
import { typedFields } from '../../domain/sheets';
import { counted, longDate } from '../../domain/wording';
import { planToReturn, type PlanToReturn, returnPackPlans } from '../../domain/forms';
import { recognisePlan } from '../../domain/recognition';
import { reconcile } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { WritableBook } from '../ports/ports';
import type { MadeDocument } from '../requests/document-requests';

export interface ReturnPack {
  readonly directorate: string;
  readonly actions: number;
  readonly measures: number;
  readonly workbook: MadeDocument;
  /** To go with the workbook in an e-mail. */
  readonly covering: MadeDocument;
}

export interface ReturnPacks {
  readonly packs: readonly ReturnPack[];
  /** For directorates without an action in the plan, and for those whose actions were carried forward; `late` says how many. */
  readonly chasing: readonly {
    readonly directorate: string;
    readonly text: MadeDocument;
    readonly late: { readonly actions: number; readonly quarter: string } | null;
  }[];
  /** Refs of actions that are in no pack, since their directorate is not one of the framework's. */
  readonly unowned: readonly string[];
}

type Part = PlanToReturn['directorates'][number];

export interface PackOptions {
  readonly framework: Framework;
  /** The quarter is that of this day, and overdue is judged at it. */
  readonly asOf: CalendarDate;
  /** The day by which the packs should be back; null says none. */
  readonly backBy: CalendarDate | null;
  readonly newBook: () => Promise<WritableBook>;
}

/**
 * The plan for its owners: a workbook for each directorate with its actions and two columns to fill in, texts to send with them, and texts to
 * directorates that have not sent anything.
 * @throws Failure "bad option" for a workbook that holds no plan.
 */
export async function makeReturnPacks(book: BookGrid, options: PackOptions): Promise<ReturnPacks> {
  const { state, book: shown } = recognisePlan(book, options.framework);
  const plan = planToReturn(state, typedFields(shown, { framework: options.framework, written: state.written }), options.framework);
  if (plan.directorates.length === 0 && plan.unowned.length === 0)
    throw new Failure('bad option', 'There is no collated plan in this workbook yet, so there is nothing to send back. Collate first.');
  const packs: ReturnPack[] = [];
  for (const part of plan.directorates) packs.push(await packOf(part, options));
  const toChase = [
    ...plan.directorates.flatMap(({ directorate: { name }, late }) => (late === null ? [] : [{ name, late }])),
    ...plan.silent.map(({ name }) => ({ name, late: null })),
  ];
  const chasing = toChase.map(({ name, late }) => ({
    directorate: name,
    late,
    text: textDocument(`${name} - chasing text`, late === null ? chasingText(name, options) : lateText(name, late, options)),
  }));
  return { packs, chasing, unowned: plan.unowned };
}

async function packOf(part: Part, options: PackOptions): Promise<ReturnPack> {
  const { directorate, actions, measures } = part;
  const fileName = fileNameFrom(directorate.name, 'xlsx');
  return {
    directorate: directorate.name,
    actions: actions.length,
    measures: measures.length,
    workbook: { fileName, kind: 'workbook', bytes: await packBytes(part, options), text: packWords(part) },
    covering: textDocument(`${directorate.name} - covering text`, coveringText(part, fileName, options)),
  };
}

/** The lists are made before the sheet is laid out: its drop-downs name them. */
async function packBytes(part: Part, { framework, newBook }: PackOptions): Promise<Uint8Array> {
  const target = await newBook();
  const empty = await target.readBook({ includeHidden: true });
  const changes = returnPackPlans(framework, part.directorate, part).flatMap((plan) => reconcile(plan, empty, null).changes);
  const layoutsLast = [...changes].sort((a, b) => Number(a.edit.type === 'lay out') - Number(b.edit.type === 'lay out'));
  await target.apply([layoutsLast]);
  return target.toBytes();
}

function packWords({ actions, measures }: Part): string {
  const lines = [
    ...actions.map(({ ref, fields }) => [ref, fields.commitment, fields.status]),
    ...measures.map(({ ref, text, progress }) => [ref, text, progress]),
  ];
  return lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}

function textDocument(name: string, lines: readonly string[]): MadeDocument {
  const text = lines.join('\n');
  // Notepad has long shown a text without them as one line.
  const bytes = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
  return { fileName: fileNameFrom(name, 'txt'), kind: 'text', bytes, text };
}

function coveringText({ directorate: { name: directorate }, actions, measures }: Part, fileName: string, options: PackOptions): string[] {
  const own = actions.filter(({ kind }) => kind === 'action');
  const overdue = own.filter(({ fields }) => isOverdue(fields, isoDate(options.asOf)));
  const toLookAt = actions.filter(({ findings }) => findings !== '');
  return [
    `Subject: ${options.framework.name}: how the actions of ${directorate} stand, ${quarterOfDate(options.asOf)}`,
    '',
    'Dear colleague,',
    '',
    `${fileName} holds the ${counted(actions.length, 'action')} of ${directorate} as the plan has them on ${longDate(options.asOf)}. Please`,
    '',
    '- fill in Status now and Progress now for each; what you leave empty there stays as it was last time',
    '- correct what has changed: reword, move or delete rows as you need',
    '- put new actions below the last one, and leave their Ref empty',
    '- leave the other Refs as they are: by them the notes and the history of an action are found again',
    ...(measures.length === 0 ? [] : [`- bring Progress up to date on the sheet “Measures”, for ${counted(measures.length, 'measure')}`]),
    ...(toLookAt.length === 0 ? [] : [`- look at the last column: in ${counted(toLookAt.length, 'row')} there is something to put right`]),
    ...(overdue.length === 0 ? [] : ['', `Past their date and not complete: ${overdue.map(({ ref }) => ref).join(', ')}.`]),
    '',
    `Please send it back as an Excel workbook${backByWords(options)}. Thank you.`,
  ];
}

function chasingText(directorate: string, options: PackOptions): string[] {
  return [
    `Subject: ${options.framework.name}: the actions of ${directorate}, ${quarterOfDate(options.asOf)}`,
    '',
    'Dear colleague,',
    '',
    `As at ${longDate(options.asOf)} the plan holds nothing from ${directorate}. It may have gone astray.`,
    '',
    `Please send your table of priorities${backByWords(options)}, in whatever workbook you keep it: what you have committed to, who leads it,`,
    inOwnWords(
      'the timescale, the measure and the shared outcomes. If there is nothing to report this quarter, a line to say so is enough.',
      options.framework,
    ),
    '',
    'Thank you.',
  ];
}

function lateText(directorate: string, late: { readonly actions: number; readonly quarter: string }, options: PackOptions): string[] {
  const actions = counted(late.actions, 'action');
  return [
    `Subject: ${options.framework.name}: the actions of ${directorate}, ${lastHeardWords(late.quarter)}`,
    '',
    'Dear colleague,',
    '',
    `As at ${longDate(options.asOf)} nothing has come from ${directorate} since ${late.quarter}. It may have gone astray.`,
    '',
    `The plan shows the ${actions} of ${directorate} as they were sent then, and marks them as ${lastHeardWords(late.quarter)}.`,
    `They are in ${fileNameFrom(directorate, 'xlsx')}: please fill in how they stand and send it back${backByWords(options)}, or send your own table.`,
    'If there is nothing to report this quarter, a line to say so is enough.',
    '',
    'Thank you.',
  ];
}

function backByWords({ backBy }: PackOptions): string {
  return backBy === null ? '' : ` by ${longDate(backBy)}`;
}
