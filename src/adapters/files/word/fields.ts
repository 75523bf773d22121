/**
 * Fields that are open where reading is: between their beginning and their separator stands code, which nobody sees, then what they show
 * (ISO/IEC 29500-1, 17.16.18). A field may begin in one paragraph and end in another, but not leave its cell.
 */
export class Fields {
  /** By cell within cell, whether each open field is still in its code. */
  private readonly open: boolean[][] = [[]];
  private readonly kept: string[][] = [[]];

  /** @param kind "begin", "separate" or "end". */
  mark(kind: string): void {
    const here = this.open.at(-1) ?? [];
    if (kind === 'begin') here.push(true);
    else if (kind === 'separate' && here.length > 0) here[here.length - 1] = false;
    else if (kind === 'end') here.pop();
    if (here.length === 0) this.kept[this.kept.length - 1] = [];
  }

  get inCode(): boolean {
    return this.open.at(-1)?.includes(true) === true;
  }

  /** Keeps a text within a field's code, or the end of a paragraph, until it is known that the field ends. */
  keep(text: string): void {
    if (this.inCode) this.kept.at(-1)?.push(text);
  }

  enterCell(): void {
    this.open.push([]);
    this.kept.push([]);
  }

  /**
   * The lines that were taken for code of a field that never ended: they are no code, and would be lost. Without a cell to leave it is the
   * body that is left, at its end and before each table.
   */
  leaveCell(): string[] {
    const unfinished = this.open.pop() ?? [];
    const kept = this.kept.pop() ?? [];
    if (this.open.length === 0) {
      this.open.push([]);
      this.kept.push([]);
    }
    if (!unfinished.includes(true)) return [];
    return kept
      .join('')
      .split('\n')
      .filter((line) => line.trim() !== '');
  }
}
