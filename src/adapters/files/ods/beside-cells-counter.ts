import type { SheetGrid } from '../../../domain/grid';

export type BesideCells = NonNullable<SheetGrid['besideCells']>;

/** Counts the comments and pictures on one sheet of an OpenDocument file while its table is scanned (OpenDocument 1.3, 9.1.2, 10.4 and 14.1). */
export class BesideCellsCounter {
  private comments = 0;
  private pictures = 0;
  /** Frames that are open: one that holds an object, such as a chart, has a picture of it only for programs that cannot draw it. */
  private readonly frames: { images: number; objects: number }[] = [];

  get counted(): BesideCells {
    return { comments: this.comments, pictures: this.pictures };
  }

  open(local: string, name: string): void {
    if (name === 'office:annotation') this.comments += 1;
    else if (name === 'draw:frame') this.frames.push({ images: 0, objects: 0 });
    else if (local === 'image') this.ofFrame('images');
    else if (local === 'object' || local === 'object-ole') this.ofFrame('objects');
  }

  close(name: string): void {
    if (name !== 'draw:frame') return;
    const frame = this.frames.pop();
    if (frame !== undefined && frame.images > 0 && frame.objects === 0) this.pictures += 1;
  }

  private ofFrame(what: 'images' | 'objects'): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined) frame[what] += 1;
  }
}
