export * from './framework-schema';
export { kent2025 } from './shipped-framework';
export { directorateNamed, directorateWithin, outcomeTitled } from './named';
export { parseFramework, type ParsedFramework } from './parse-framework';
