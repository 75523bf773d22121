import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../application';
import { CopyOutcome, useCopyText } from './copy-text';
import { Notice } from './notice';
import { reloadPage } from './reload-page';
import { failureTitle, WORDS } from './wording';

/** For the person who supports the add-in: code, message and every cause with its stack. Only copied, never shown in a notice. */
export function failureDetails(failure: Failure): string {
  const lines = [`Delivery Plan Collator: ${failure.code}`, failure.message];
  let cause: unknown = failure.cause;
  for (let depth = 0; depth < 5 && cause !== undefined && cause !== null; depth++) {
    if (cause instanceof Error) {
      const code = 'code' in cause && typeof cause.code === 'string' ? ` [${cause.code}]` : '';
      lines.push(`Caused by ${cause.name}${code}: ${cause.message}`, cause.stack ?? '');
      cause = cause.cause;
    } else {
      lines.push(`Caused by ${typeof cause === 'string' ? cause : JSON.stringify(cause)}`);
      cause = undefined;
    }
  }
  return lines.filter((line) => line !== '').join('\n');
}

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

/** What happened, why, and what to do next. The details can be copied; where the host has no clipboard, they are shown as text to select. */
export function FailureNotice({ failure, onRetry, onDismiss }: FailureNoticeProps): ReactNode {
  const copying = useCopyText(() => failureDetails(failure), WORDS.failure.copied);
  return (
    <>
      <Notice
        intent={failure.code === 'cancelled' ? 'info' : 'error'}
        title={failureTitle(failure.code)}
        actions={
          <>
            {onRetry !== undefined && (
              <Button size="small" onClick={onRetry}>
                {WORDS.failure.tryAgain}
              </Button>
            )}
            {failure.code === 'part missing' && (
              <Button size="small" onClick={reloadPage}>
                {WORDS.failure.reload}
              </Button>
            )}
            {failure.code !== 'cancelled' && (
              <Button size="small" appearance="transparent" onClick={copying.copy}>
                {WORDS.failure.copy}
              </Button>
            )}
            {onDismiss !== undefined && (
              <Button size="small" appearance="transparent" onClick={onDismiss}>
                {WORDS.failure.dismiss}
              </Button>
            )}
          </>
        }
      >
        {failure.message}
      </Notice>
      <CopyOutcome label={WORDS.failure.copyByHand} of={copying} />
    </>
  );
}
