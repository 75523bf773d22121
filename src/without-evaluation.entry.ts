import { config } from 'zod/v4/core';

/**
 * The first module of every page. zod makes functions from text where it may, and tries to when a schema is made; the pages'
 * content-security-policy (docs/content-security-policy.md) forbids it, and each try would be reported as a violation.
 */
config({ jitless: true });
