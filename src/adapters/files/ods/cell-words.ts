import { attributeOf } from '../package/markup';

/**
 * The words that a cell shows, gathered while its element is scanned: paragraphs, with white space as it counts (OpenDocument 1.3, part 3, 6.1.2 and 6.1.3).
 */
export class CellWords {
  private paragraphs: string[] | null = null;
  private isOpen = false;
  private endsInSpace = true;

  /** Null where the cell has no paragraph. */
  get shown(): string | null {
    return this.paragraphs === null ? null : this.paragraphs.join('\n');
  }

  clear(): void {
    this.paragraphs = null;
    this.isOpen = false;
  }

  open(name: string, raw: string): void {
    if (name === 'text:p' || name === 'text:h') this.begin();
    else if (name === 'text:s') this.add(' '.repeat(spaces(raw)));
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:line-break') this.add('\n');
  }

  close(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.isOpen = false;
  }

  /** White space in the markup is one space, and none at the beginning. */
  text(written: string): void {
    if (!this.isOpen) return;
    const plain = written.replace(/[ \t\r\n]+/g, ' ');
    const kept = this.endsInSpace && plain.startsWith(' ') ? plain.slice(1) : plain;
    this.add(kept);
    this.endsInSpace = plain.endsWith(' ');
  }

  private begin(): void {
    (this.paragraphs ??= []).push('');
    this.isOpen = true;
    this.endsInSpace = true;
  }

  private add(text: string): void {
    if (!this.isOpen || this.paragraphs === null) return;
    this.paragraphs.push(`${this.paragraphs.pop() ?? ''}${text}`);
    this.endsInSpace = false;
  }
}

/** The longest text that a cell can hold; more spaces than that are no spaces that somebody typed. */
const MOST_SPACES = 32_767;

function spaces(raw: string): number {
  const count = Number(attributeOf(raw, 'text:c') ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_SPACES) : 1;
}
