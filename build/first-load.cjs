const { gzipSync } = require('node:zlib');

/**
 * What the pane loads before its first view is drawn: the JavaScript of its entry point, Office.js apart, which comes from Microsoft.
 * In bytes after gzip, as a server sends it.
 */
const MOST_BYTES = 250_000;

/** A build for production fails where the entry point has grown beyond the bytes. What a view or a task needs is loaded with it: `import()`. */
class FirstLoadBudget {
  constructor(entry, most = MOST_BYTES) {
    this.entry = entry;
    this.most = most;
  }

  apply(compiler) {
    const { Compilation, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FirstLoadBudget', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'FirstLoadBudget', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        const scripts = compilation.entrypoints
          .get(this.entry)
          .getFiles()
          .filter((file) => file.endsWith('.js'));
        const bytes = scripts.reduce((sum, file) => sum + gzipSync(assets[file].buffer(), { level: 9 }).length, 0);
        if (bytes <= this.most) return;
        const kB = (count) => `${(count / 1000).toFixed(0)} kB`;
        compilation.errors.push(
          new WebpackError(
            `The first load of the pane is ${kB(bytes)} of JavaScript after gzip, more than ${kB(this.most)}. Load what its first view does not need with the task that needs it.`,
          ),
        );
      });
    });
  }
}

module.exports = { FirstLoadBudget };
