import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../application';
import { useAnnounce } from '../shared/announcer';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { DOCUMENTS } from './documents-wording';
import { FailureNotice } from '../shared/failure-notice';
import type { DeliveryWay, MadeDocument, PaneServices } from '../shared/pane-services';
import { asFailure } from '../shared/use-task';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface MadeDocumentProps {
  readonly services: PaneServices;
  readonly document: MadeDocument;
}

/** A document that was made, with the ways to save or open it in this host; its text can always be copied. */
export function MadeDocumentItem({ services, document }: MadeDocumentProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [delivered, setDelivered] = useState<DeliveryWay | null>(null);
  const { fileName, text } = document;
  const copying = useCopyText(() => text, DOCUMENTS.copied(fileName));

  const deliver = async (way: DeliveryWay): Promise<void> => {
    try {
      await services.documents.deliver(document, way);
      setFailure(null);
      setDelivered(way);
      announce(DOCUMENTS.delivered(way, fileName));
    } catch (error) {
      setFailure(asFailure(error));
    }
  };

  return (
    <li className={styles.item}>
      <Text weight="semibold">{fileName}</Text>
      <div className={styles.ways}>
        {services.documents.waysFor(document).map((way) => (
          <Button key={way} size="small" aria-label={DOCUMENTS.wayFor(way, fileName)} onClick={() => void deliver(way)}>
            {DOCUMENTS.way(way)}
          </Button>
        ))}
        <Button size="small" appearance="subtle" aria-label={DOCUMENTS.copyFor(fileName)} onClick={copying.copy}>
          {DOCUMENTS.copy}
        </Button>
      </div>
      {failure === null && delivered !== null && <Caption1>{DOCUMENTS.delivered(delivered, fileName)}</Caption1>}
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <CopyOutcome label={DOCUMENTS.copyByHand(fileName)} of={copying} />
    </li>
  );
}
