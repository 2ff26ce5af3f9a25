import { writeFileSync } from 'node:fs';

/** Vitest's reporter of tests that failed and passed when they were tried again; their names go to a file. */
export default class SecondTries {
  /** @type {string[]} */
  names = [];

  onTestCaseResult(testCase) {
    if (testCase.diagnostic()?.flaky !== true) return;
    this.names.push(`${testCase.module.relativeModuleId} > ${testCase.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.names) console.log(`passed at the second try: ${name}`);
    writeFileSync(process.env.VIGLA_SECOND_TRIES, JSON.stringify(this.names));
  }
}
