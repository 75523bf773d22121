import type { SheetGrid } from '../../../domain/grid';
import type { MarkupEvents } from '../package/markup';

export type BesideCells = NonNullable<SheetGrid['besideCells']>;

/** Counts the comments and pictures on each sheet of an .ods file while its content is scanned (OpenDocument 1.3, 9.1.2, 10.4 and 14.1). */
export class BesideCellsCounter implements MarkupEvents {
  readonly sheets: { comments: number; pictures: number }[] = [];
  /** How many tables are open: a table in a table is no sheet. */
  private depth = 0;
  /** Frames that are open: one that holds an object, such as a chart, has a picture of it only for programs that cannot draw it. */
  private readonly frames: { images: number; objects: number }[] = [];

  open(local: string, _attributes: string, name: string): void {
    if (name === 'table:table') {
      this.depth += 1;
      if (this.depth === 1) this.sheets.push({ comments: 0, pictures: 0 });
    } else if (name === 'office:annotation') this.count('comments');
    else if (name === 'draw:frame') this.frames.push({ images: 0, objects: 0 });
    else if (local === 'image') this.ofFrame('images');
    else if (local === 'object' || local === 'object-ole') this.ofFrame('objects');
  }

  text(): void {
    // Words are read elsewhere.
  }

  close(_local: string, name: string): void {
    if (name === 'table:table') this.depth -= 1;
    else if (name === 'draw:frame') {
      const frame = this.frames.pop();
      if (frame !== undefined && frame.images > 0 && frame.objects === 0) this.count('pictures');
    }
  }

  private ofFrame(what: 'images' | 'objects'): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined) frame[what] += 1;
  }

  private count(what: 'comments' | 'pictures'): void {
    const sheet = this.sheets.at(-1);
    if (sheet !== undefined && this.depth > 0) sheet[what] += 1;
  }
}
