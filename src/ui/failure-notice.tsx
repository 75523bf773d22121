import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../application';
import { useAnnounce } from './announcer';
import { Notice } from './notice';
import { failureTitle, WORDS } from './wording';

/** What whoever looks after the add-in needs: code, words and every cause with its stack. Shown nowhere but here. */
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

/** What happened, why, and what to do next. The details can be copied; where the host has no clipboard they are shown to select. */
export function FailureNotice({ failure, onRetry, onDismiss }: FailureNoticeProps): ReactNode {
  const announce = useAnnounce();
  const [byHand, setByHand] = useState(false);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(failureDetails(failure));
      announce(WORDS.failure.copied);
    } catch {
      // No clipboard in this host, or not allowed: the next best thing is text to select.
      setByHand(true);
    }
  };

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
            {failure.code !== 'cancelled' && (
              <Button size="small" appearance="transparent" onClick={() => void copy()}>
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
      {byHand && (
        <Field label={WORDS.failure.copyByHand}>
          <Textarea readOnly rows={4} value={failureDetails(failure)} onFocus={(event) => event.target.select()} />
        </Field>
      )}
    </>
  );
}
