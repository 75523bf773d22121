import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from './announcer';

interface CopyText {
  readonly copy: () => void;
  /** The text, where the host refused its clipboard; null while nothing is to be copied by hand. */
  readonly byHand: string | null;
}

/** Copies a text to the clipboard and says so; where the host has none or does not allow it, the text is there to select. */
export function useCopyText(text: () => string, copiedWords: string): CopyText {
  const announce = useAnnounce();
  const [byHand, setByHand] = useState<string | null>(null);
  const copyNow = async (): Promise<void> => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      setByHand(null);
      announce(copiedWords);
    } catch {
      // No clipboard in this host, or not allowed: the next best thing is text to select.
      setByHand(copied);
    }
  };
  return { copy: () => void copyNow(), byHand };
}

/** Text to copy by hand: it takes focus when it appears and is selected, so that one key copies it. */
export function CopyByHand({ label, text }: { readonly label: string; readonly text: string | null }): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (text !== null) field.current?.focus();
  }, [text]);
  if (text === null) return null;
  return (
    <Field label={label}>
      <Textarea ref={field} readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
    </Field>
  );
}
