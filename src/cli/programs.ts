import { Command } from 'commander';
import { READ_ENDINGS } from '../application';

/** For the options of every command that goes by a framework. */
const FRAMEWORK_OPTION =
  'outcomes, directorates and indicators of another council: a JSON file, or a workbook with a sheet Framework; see collate framework --help';

export function collateProgram(): Command {
  return new Command('collate')
    .description('Collates directorates’ delivery-plan tables into one council-wide workbook.')
    .argument('[files or folders...]', `workbooks and Word documents (${READ_ENDINGS.join(', ')}), or folders of them`)
    .option('--out <plan.xlsx>', 'the workbook to write')
    .option('--in-place', 'write the plan over the one of --previous')
    .option('--json <plan.json>', 'the plan as JSON, for other programs')
    .option('--previous <last.xlsx>', 'the last plan: its Refs, notes and formats are kept, and --out is that workbook refreshed')
    .option(
      '--merge <copy.xlsx>',
      'a colleague’s copy of the plan: what was typed in it is merged in; for several, more than once',
      several,
    )
    .option('--docx <folder>', 'Appendix A and B, the progress update, finance’s review and the findings as Word, into this folder')
    .option('--csv <folder>', 'every sheet of the plan as CSV, into this folder')
    .option('--changes <changes.csv>', 'what changed, field by field, as .csv or .json')
    .option('--since <quarter>', 'tell the changes since the snapshot of a quarter, such as "2025/26 Q2", and not since the last run')
    .option(
      '--sheets <names>',
      'sheets to add: by-outcome, current-activity, local-measures, milestones, finance-review, set apart by commas',
    )
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--plan-date <date>', 'the day the plan was agreed, for timescales such as "1-2 years"')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--forget <directorate>', 'drop what a directorate that sent nothing last sent; may be given several times', several)
    .option('--same <ref>', 'the action or row asked about under this Ref is the same one; for several, more than once', several)
    .option('--new <ref>', 'it is a new one, or a row of your own; for several, more than once', several)
    .option('--take <which>', 'of two versions of one directorate: newest or all', 'newest')
    .option('--take-theirs <Ref:heading>', 'where a cell of the plan was typed over, write what is sent: GET-05:Timescale, or all', several)
    .option('--keep-mine <Ref:heading>', 'where both changed, keep what was typed and do not ask again until it is sent otherwise', several)
    .option('--take-copy <Ref:heading>', 'where a copy and the plan differ, write what the copy has; --keep-mine keeps the plan’s', several)
    .addHelpText(
      'after',
      '\nTo write a workbook for a directorate to fill in: collate template --help\nTo send the plan back to its owners: collate return-pack --help\nTo take back the last run of a plan: collate restore --help\nTo look at the costs as finance does: collate costs --help\nTo use it for another council: collate framework --help',
    );
}

/** An option that may be given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function returnPackProgram(): Command {
  return new Command('collate return-pack')
    .description(
      'Sends the plan back to its owners: a workbook a directorate, with texts to go with it and to chase those who have not sent.',
    )
    .option('--previous <plan.xlsx>', 'the plan, as the last collation and the collator left it')
    .option('--out <folder>', 'the folder for the packs; nothing in it is written over')
    .option('--by <date>', 'the day by which they should be back, named in the texts')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)');
}

export function restoreProgram(): Command {
  return new Command('collate restore')
    .description('Takes back the last run of a plan: its sheets, Refs and memory are as they were before it.')
    .argument('<plan.xlsx>', 'the plan, as the last collation left it or broke off')
    .option('--out <before.xlsx>', 'the workbook to write')
    .option('--in-place', 'write it over the plan')
    .option('--dry-run', 'say what would be undone, and write nothing');
}

export function costsProgram(): Command {
  return new Command('collate costs')
    .description(
      'Lists what each action says of its cost, the words of the row that speak of money, and what finance would ask. Writes nothing. For a file or folder called costs, write ./costs.',
    )
    .argument('<files or folders...>', 'submissions or a plan, or folders of them')
    .option('--json', 'as JSON, for other programs')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--include-hidden', 'also read hidden sheets');
}

export function frameworkProgram(): Command {
  return new Command('collate framework')
    .description(
      'Makes or checks the framework of another council: its outcomes, directorates and indicators. For a file or folder called framework, write ./framework.',
    )
    .argument('[workbooks...]', 'for --new: a printed logframe, lists with headings, or a filled-in sheet Framework')
    .option('--new <mine.json>', 'make a framework file, from workbooks or by asking')
    .option(
      '--check <file>',
      'name every problem of a framework file or of a workbook’s sheet Framework, with its place and what would be right',
    )
    .option('--sheet <mine.xlsx>', 'write a sheet Framework to fill in, without any JSON; with --from, filled in')
    .option('--from <file>', 'what it is taken from; for several, more than once', several)
    .option('--directorate <name>', 'for --new: a directorate; for several, more than once', several)
    .option('--council <name>', 'for --new: the name of the council')
    .option('--plan-date <date>', 'for --new: the day the plan was agreed');
}

export function templateProgram(): Command {
  return new Command('collate template')
    .description('Writes a workbook for a directorate to fill in. For a file or folder called template, write ./template.')
    .option('--directorate <name>', 'whose it is: any name or short code the framework has')
    .option('--out <template.xlsx>', 'the workbook to write')
    .option('--previous <plan.xlsx>', 'a plan: the template goes by the framework that is with it')
    .option('--framework <file.json>', FRAMEWORK_OPTION);
}

export function checkProgram(): Command {
  return new Command('check-plan')
    .description('Checks delivery-plan tables cell by cell.')
    .argument('<files...>', 'workbooks, or folders of them')
    .option('--format <format>', 'text or json', 'text')
    .option('--previous <plan.xlsx>', 'a plan: the tables are checked by the framework that is with it')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--plan-date <date>', 'the day the plan was agreed')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets');
}
