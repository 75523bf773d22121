import { parseFramework, type ParsedFramework } from '../../domain/framework';

/** Reads a framework file's text; a bad one gives its problems in plain words. */
export function frameworkFrom(text: string): ParsedFramework {
  try {
    return parseFramework(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problems: ['it is not JSON'] };
    throw error;
  }
}
