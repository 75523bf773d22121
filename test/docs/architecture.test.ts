import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync('docs/architecture.md', 'utf8');

/** Rooms of `src/domain` in the order of their table: lists of names, since several may share a line. */
function roomsInOrder(page: string): string[][] {
  const part = page.split('### `src/domain`')[1]?.split('\n### ')[0] ?? '';
  const rows = part.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

function roomsImportedBy(room: string): string[] {
  const files = readdirSync(join('src/domain', room)).filter((file) => file.endsWith('.ts'));
  const text = files.map((file) => readFileSync(join('src/domain', room, file), 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/from '\.\.\/([\w-]+)'/g)].map((match) => match[1] ?? ''))];
}

/** Imports against the order: "figures imports sheets, which is not above it". */
function againstOrder(order: readonly (readonly string[])[], importsOf: (room: string) => readonly string[]): string[] {
  const lineOf = new Map(order.flatMap((rooms, line) => rooms.map((room): [string, number] => [room, line])));
  return [...lineOf].flatMap(([room, line]) =>
    importsOf(room).flatMap((other) => ((lineOf.get(other) ?? Infinity) < line ? [] : [`${room} imports ${other}, which is not above it`])),
  );
}

const FOLDERS = readdirSync('src/domain').filter((name) => statSync(join('src/domain', name)).isDirectory());
const ORDER = roomsInOrder(PAGE);

it('names every room of the domain, once', () => {
  const named = ORDER.flat();
  expect(FOLDERS.filter((room) => !named.includes(room))).toEqual([]);
  expect(named.length).toBe(new Set(named).size);
  expect(named.filter((room) => !FOLDERS.includes(room))).toEqual([]);
});

it('puts the rooms of the domain in an order in which none imports one below it', () => {
  const existing = ORDER.map((rooms) => rooms.filter((room) => FOLDERS.includes(room)));
  expect(againstOrder(existing, roomsImportedBy)).toEqual([]);
  expect(FOLDERS.flatMap(roomsImportedBy).length).toBeGreaterThan(40);
});

it.each(['application', 'ui'])('names every folder of src/%s', (room) => {
  const folders = readdirSync(join('src', room)).filter((name) => statSync(join('src', room, name)).isDirectory());
  expect(folders.filter((folder) => !new RegExp(`\`(?:${room}/)?${folder}\``).test(PAGE))).toEqual([]);
});

it('names only files that exist', () => {
  const sources = new Set(readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => path.split(/[\\/]/).pop() ?? ''));
  const named = [...PAGE.matchAll(/`([\w-]+(?:\.d|\.entry)?\.tsx?)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => file !== 'index.ts' && !sources.has(file))).toEqual([]);
});

it('finds an import against the order', () => {
  const order = [['grid'], ['lead', 'cost'], ['sheets']];
  const imports: Record<string, string[]> = { grid: [], lead: ['grid', 'cost'], cost: ['sheets'], sheets: ['lead'] };
  expect(againstOrder(order, (room) => imports[room] ?? [])).toEqual([
    'lead imports cost, which is not above it',
    'cost imports sheets, which is not above it',
  ]);
});
