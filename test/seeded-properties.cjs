const fc = require('fast-check');

/**
 * Properties are tried with the same random inputs in every run, so that a run says something of the change before it and not of chance.
 * FC_SEED tries others; a failure prints its seed either way.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
