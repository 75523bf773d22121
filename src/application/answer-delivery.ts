import type { DeliveryPort } from './ports/ports';
import type { DeliveryRequests } from './requests/document-requests';

/** Answers how documents that were made get to the user. */
export function answerDelivery(delivery: DeliveryPort): DeliveryRequests {
  return {
    waysFor: ({ kind }) => delivery.waysFor(kind),
    deliver: (document, way) => delivery.deliver(document, way),
  };
}
