/** Prints the one line that CI counts, after everything else: jest's own closing line is not read there. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    // A test file that did not even load has no failed test, and still failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
  }
};
