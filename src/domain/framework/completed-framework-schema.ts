import { completeFramework } from './complete-framework';
import { rulesBroken } from './framework-rules';
import { type Framework, frameworkFileSchema } from './framework-schema';

/** A framework file, held against the rules between its parts and completed. */
export const frameworkSchema = frameworkFileSchema.transform((file, context): Framework => {
  for (const { path, sentence } of rulesBroken(file)) context.addIssue({ code: 'custom', path: [...path], message: sentence });
  return completeFramework(file);
});
