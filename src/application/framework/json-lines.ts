/** Where the parts of a JSON text stand. */
export interface JsonLines {
  /** The line of a path ("outcomes.1.code"), counted from 1; 0 where it is not in the text. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
  /** Names given twice in one group, of which JSON silently keeps the last. */
  readonly twice: readonly { readonly path: readonly (string | number)[]; readonly line: number }[];
}

/** Reads only places: the text must be JSON, or where it stops being so is the line of `JsonFault`. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';

  constructor(
    readonly line: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

/** @throws JsonFault where the text is no JSON. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  const twice: { path: (string | number)[]; line: number }[] = [];
  let at = 0;
  let line = 1;
  const skip = (): void => {
    for (; /\s/.test(text.charAt(at)) && at < text.length; at += 1) if (text.charAt(at) === '\n') line += 1;
  };
  const fault = (expected: string): JsonFault => new JsonFault(line, expected);
  const string = (): string => {
    const found = /^"(?:[^"\\\n\r]|\\.)*"/.exec(text.slice(at));
    if (found === null) throw fault('a text in straight quotes, such as "Highways"');
    at += found[0].length;
    try {
      return String(JSON.parse(found[0]));
    } catch {
      throw fault('a text without a backslash');
    }
  };
  const list = (path: (string | number)[], end: ']' | '}', item: (index: number) => void): void => {
    at += 1;
    skip();
    if (text.charAt(at) === end) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      item(index);
      skip();
      const mark = text.charAt(at);
      if (mark !== ',' && mark !== end)
        throw fault(`a comma or ${end} after ${path.length === 0 ? 'a value' : `a value of ${path.join('.')}`}`);
      at += 1;
      if (mark === end) return;
      skip();
      if (text.charAt(at) === end) throw fault(`no comma before ${end}`);
    }
  };
  const value = (path: (string | number)[]): void => {
    skip();
    lines.set(path.join('.'), line);
    const mark = text.charAt(at);
    if (mark === '{') {
      const names = new Set<string>();
      list(path, '}', () => {
        skip();
        const startLine = line;
        const name = string();
        skip();
        if (text.charAt(at) !== ':') throw fault(`a colon after "${name}"`);
        at += 1;
        if (names.has(name)) twice.push({ path: [...path, name], line: startLine });
        names.add(name);
        value([...path, name]);
      });
    } else if (mark === '[') list(path, ']', (index) => value([...path, index]));
    else if (mark === '"') string();
    else {
      const found = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(text.slice(at, at + 400));
      if (found === null)
        throw fault(/[“”‘’']/.test(mark) ? 'straight double quotes (")' : 'a value: a text in quotes, a number, a list or a group');
      at += found[0].length;
    }
  };
  value([]);
  skip();
  if (at < text.length) throw fault('nothing after the last }');
  return {
    lineOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const found = lines.get(path.slice(0, length).join('.'));
        if (found !== undefined) return found;
      }
      return 0;
    },
    twice,
  };
}
