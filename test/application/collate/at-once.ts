import { collate as collateInSteps, type Collated } from '../../../src/application/collate/collate';
import { prepareWrite as prepareInSteps } from '../../../src/application/collate/prepare-write';
import type { PreparedWrite } from '../../../src/application';
import { finished } from '../../../src/domain/steps';

/** What is worked out in steps, here without a pause between them. */
export const collate = (...given: Parameters<typeof collateInSteps>): Collated => finished(collateInSteps(...given));
export const prepareWrite = (...given: Parameters<typeof prepareInSteps>): PreparedWrite => finished(prepareInSteps(...given));
