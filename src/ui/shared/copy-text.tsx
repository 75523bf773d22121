import { Caption1, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from './announcer';

interface CopyText {
  readonly copy: () => void;
  /** The text, where the host refused its clipboard; null while nothing is to be copied by hand. */
  readonly byHand: string | null;
  /** What was copied last, in words; null before anything was. */
  readonly said: string | null;
}

/** Copies a text to the clipboard and says so; where the host has none or does not allow it, the text is there to select. */
export function useCopyText(text: () => string, copiedWords: string): CopyText {
  const announce = useAnnounce();
  const [byHand, setByHand] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const copyNow = async (): Promise<void> => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      setByHand(null);
      setSaid(copiedWords);
      announce(copiedWords);
    } catch {
      // No clipboard in this host, or not allowed: the next best thing is text to select.
      setByHand(copied);
      setSaid(null);
    }
  };
  return { copy: () => void copyNow(), byHand, said };
}

/**
 * What came of copying: what was copied, in words, or the text to copy by hand. That takes focus when it appears and is selected, so that one
 * key copies it.
 */
export function CopyOutcome({ label, of }: { readonly label: string; readonly of: Omit<CopyText, 'copy'> }): ReactNode {
  const { byHand: text, said } = of;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (text !== null) field.current?.focus();
  }, [text]);
  if (text === null) return said === null ? null : <Caption1>{said}</Caption1>;
  return (
    <Field label={label}>
      <Textarea ref={field} readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
    </Field>
  );
}
