import { frameworkSchema } from './completed-framework-schema';
import type { Framework } from './framework-schema';
import json from './kent-2025.json';

let checked: Framework | undefined;

/** The framework the program ships with. Checked against the schema on first use; the same object each time. */
export function kent2025(): Framework {
  checked ??= frameworkSchema.parse(json);
  return checked;
}
