import { HostError } from '../host-error';
import { type HostClass, type HostObject, hostObject } from '../host-object';
import { type SheetTarget } from '../host-session';
import { type HostPivot } from '../host-sheet';
import { range } from './range-class';

interface PivotTarget extends SheetTarget {
  readonly pivot: HostPivot;
}

const LAYOUT: HostClass<PivotTarget> = {
  name: 'PivotLayout',
  call: { GetRange: ({ session, sheet, pivot }) => range({ session, sheet, area: pivot.area }) },
};

const PIVOT: HostClass<PivotTarget> = {
  name: 'PivotTable',
  identity: ({ pivot }) => ({ Id: pivot.name }),
  get: { Id: ({ pivot }) => pivot.name, Name: ({ pivot }) => pivot.name },
  open: { Layout: (target) => hostObject(LAYOUT, target) },
};

/** Read only: this host keeps PivotTables as areas that nothing may be written into. */
const PIVOTS: HostClass<SheetTarget> = {
  name: 'PivotTableCollection',
  items: (target) => target.sheet.pivots.map((pivot) => hostObject(PIVOT, { ...target, pivot })),
  item: (target, key) => {
    const pivot = target.sheet.pivots.find(({ name }) => name === key);
    if (pivot === undefined) throw new HostError('ItemNotFound');
    return hostObject(PIVOT, { ...target, pivot });
  },
};

export const pivotCollection = (target: SheetTarget): HostObject => hostObject(PIVOTS, target);
