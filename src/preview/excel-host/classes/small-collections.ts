import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asText, hostObject, isHostObject } from '../host-object';
import { fullAddress, parseReference } from '../host-reference';
import { type HostSession, type SheetTarget } from '../host-session';
import { type HostComment } from '../host-sheet';
import { demandName } from '../host-tables';
import { type HostName } from '../host-workbook';
import { rangeArgument } from './range-argument';
import { range } from './range-class';

/** Names, document settings, comments and notes: the small collections of the workbook. */

interface NameTarget {
  readonly session: HostSession;
  readonly named: HostName;
}

const NAME: HostClass<NameTarget> = {
  name: 'NamedItem',
  identity: ({ named }) => ({ Id: named.name }),
  get: {
    Name: ({ named }) => named.name,
    Formula: ({ named }) => named.formula,
    Value: ({ named }) => named.formula.slice(1),
    Type: ({ named }) => (isReference(named.formula) ? 'Range' : 'String'),
    Visible: ({ named }) => named.visible,
    Comment: ({ named }) => named.comment,
    Scope: () => 'Workbook',
  },
  set: {
    Visible: ({ named }, value) => void (named.visible = asBoolean(value)),
    Formula: ({ named }, value) => void (named.formula = asText(value)),
    Comment: ({ named }, value) => void (named.comment = asText(value)),
  },
  call: {
    Delete: ({ session, named }) => void (session.workbook.names = session.workbook.names.filter((name) => name !== named)),
    GetRange: (target) => {
      const found = rangeOfName(target);
      if (found === null) throw new HostError('InvalidReference');
      return found;
    },
    GetRangeOrNullObject: (target) => rangeOfName(target),
  },
};

function isReference(formula: string): boolean {
  return /^=[^!]+!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i.test(formula);
}

function rangeOfName({ session, named }: NameTarget): HostObject | null {
  if (!isReference(named.formula)) return null;
  const { sheet: name, area } = parseReference(named.formula.slice(1));
  const sheet = name === null ? null : session.workbook.findSheet(name);
  return sheet === null ? null : range({ session, sheet, area });
}

function addName(session: HostSession, [name, reference, comment]: readonly unknown[]): HostObject {
  const { workbook } = session;
  demandName(workbook, asText(name), null);
  const place = isHostObject(reference) ? rangeArgument(reference) : null;
  const formula = place === null ? asText(reference) : `=${fullAddress(place.sheet.name, place.area)}`;
  const named: HostName = { name: asText(name), formula, visible: true, comment: typeof comment === 'string' ? comment : '' };
  workbook.names = [...workbook.names, named];
  return hostObject(NAME, { session, named });
}

function findName(session: HostSession, key: unknown): HostObject | null {
  const lower = asText(key).toLowerCase();
  const named = session.workbook.names.find((each) => each.name.toLowerCase() === lower);
  return named === undefined ? null : hostObject(NAME, { session, named });
}

const NAMES: HostClass<HostSession> = {
  name: 'NamedItemCollection',
  items: (session) => session.workbook.names.map((named) => hostObject(NAME, { session, named })),
  item: (session, key) => demand(findName(session, key)),
  call: {
    Add: addName,
    GetCount: ({ workbook }) => workbook.names.length,
    GetItem: (session, [key]) => demand(findName(session, key)),
    GetItemOrNullObject: (session, [key]) => findName(session, key),
  },
};

function demand(found: HostObject | null): HostObject {
  if (found === null) throw new HostError('ItemNotFound');
  return found;
}

interface SettingTarget {
  readonly session: HostSession;
  readonly key: string;
}

const SETTING: HostClass<SettingTarget> = {
  name: 'Setting',
  identity: ({ key }) => ({ Id: key }),
  get: { Key: ({ key }) => key, Value: ({ session, key }) => session.workbook.settings.get(key) ?? null },
  set: { Value: ({ session, key }, value) => void session.workbook.settings.set(key, value) },
  call: { Delete: ({ session, key }) => void session.workbook.settings.delete(key) },
};

function findSetting(session: HostSession, key: unknown): HostObject | null {
  return session.workbook.settings.has(asText(key)) ? hostObject(SETTING, { session, key: asText(key) }) : null;
}

/** Kept in the workbook's file, per add-in. Adding a key that exists replaces its value. */
const SETTINGS: HostClass<HostSession> = {
  name: 'SettingCollection',
  items: (session) => [...session.workbook.settings.keys()].map((key) => hostObject(SETTING, { session, key })),
  item: (session, key) => demand(findSetting(session, key)),
  call: {
    Add: (session, [key, value]) => {
      session.workbook.settings.set(asText(key), value);
      return hostObject(SETTING, { session, key: asText(key) });
    },
    Set: (session, [key, value]) => {
      session.workbook.settings.set(asText(key), value);
      return hostObject(SETTING, { session, key: asText(key) });
    },
    GetCount: ({ workbook }) => workbook.settings.size,
    GetItem: (session, [key]) => demand(findSetting(session, key)),
    GetItemOrNullObject: (session, [key]) => findSetting(session, key),
  },
};

interface CommentTarget extends SheetTarget {
  readonly comment: HostComment;
}

const COMMENT: HostClass<CommentTarget> = {
  name: 'Comment',
  identity: ({ comment }) => ({ Id: comment.id }),
  get: {
    Id: ({ comment }) => comment.id,
    Content: ({ comment }) => comment.text,
    AuthorName: ({ comment }) => comment.author,
  },
  call: {
    GetLocation: ({ session, sheet, comment: { row, column } }) =>
      range({ session, sheet, area: { top: row, bottom: row, left: column, right: column } }),
  },
};

/** Nothing this project does may write or remove a comment; cells take theirs along (`cutAndPaste`). The library in use knows no notes. */
const COMMENTS: HostClass<SheetTarget | HostSession> = {
  name: 'CommentCollection',
  items: (target) => commentsOf(target).map((comment) => hostObject(COMMENT, comment)),
  item: (target, key) => {
    const found = commentsOf(target).find(({ comment }) => comment.id === key);
    if (found === undefined) throw new HostError('ItemNotFound');
    return hostObject(COMMENT, found);
  },
  call: { GetCount: (target) => commentsOf(target).length },
};

function commentsOf(target: SheetTarget | HostSession): readonly CommentTarget[] {
  const session = 'sheet' in target ? target.session : target;
  const sheets = 'sheet' in target ? [target.sheet] : target.workbook.sheets;
  return sheets.flatMap((sheet) =>
    sheet.comments.filter(({ kind }) => kind === 'comment').map((comment): CommentTarget => ({ session, sheet, comment })),
  );
}

export const nameCollection = (session: HostSession): HostObject => hostObject(NAMES, session);
export const settingCollection = (session: HostSession): HostObject => hostObject(SETTINGS, session);
export const commentCollection = (target: SheetTarget | HostSession): HostObject => hostObject(COMMENTS, target);
