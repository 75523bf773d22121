const { createHash } = require('node:crypto');
const { relative, sep } = require('node:path');
const swc = require('@swc/jest');
const rules = require('./rules.cjs');

/** A transformer of jest that leaves out one rule of the source: the one at the number LIFE_WITHOUT, counted from 0. */
const without = rules[Number(process.env.LIFE_WITHOUT)];
if (without === undefined) throw new Error('LIFE_WITHOUT is the number of a rule in test/life/rules.cjs.');

module.exports = {
  createTransformer(options) {
    const plain = swc.createTransformer(options);
    return {
      ...plain,
      process(source, path, ...more) {
        if (relative(process.cwd(), path).split(sep).join('/') !== without.file) return plain.process(source, path, ...more);
        if (source.split(without.words).length !== 2) throw new Error(`${without.file} does not have these words once: ${without.words}`);
        return plain.process(
          source.replace(without.words, () => without.off),
          path,
          ...more,
        );
      },
      getCacheKey(source, path, ...more) {
        const key = plain.getCacheKey === undefined ? source + path : plain.getCacheKey(source, path, ...more);
        return createHash('sha256').update(`${key} ${without.rule} ${without.off}`).digest('hex');
      },
    };
  },
};
