import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  mark: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText', forcedColorAdjust: 'none' },
  },
});

interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marks; marks that overlap or touch become one. */
function partsOf(text: string, marks: readonly { readonly start: number; readonly end: number }[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(Math.max(start, at), end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

interface MarkedTextProps {
  readonly text: string;
  /** `end` exclusive. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A text of a row with the words that matter marked. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  const styles = useStyles();
  return partsOf(text, marks).map((part, index) =>
    part.marked ? (
      <mark key={index} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );
}
