import { HostError } from '../host-error';
import { type HostClass, type HostObject, asIndex, hostObject } from '../host-object';
import { type SheetTarget, change } from '../host-session';
import { rangeOrAddress } from './range-argument';
import { range } from './range-class';

function freeze(target: SheetTarget, rows: number, columns: number): void {
  change(target, (sheet) => (sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns }));
}

/** The rows and columns up to and with the range's last; the range must begin at the sheet's top left. */
function freezeAt(target: SheetTarget, where: unknown): void {
  const { area } = rangeOrAddress(where, target);
  if (area.top > 0 && area.left > 0) throw new HostError('InvalidArgument');
  freeze(target, area.bottom < 1_048_575 ? area.bottom + 1 : 0, area.right < 16_383 ? area.right + 1 : 0);
}

const FREEZE: HostClass<SheetTarget> = {
  name: 'WorksheetFreezePanes',
  get: {},
  call: {
    FreezeRows: (target, [count]) => freeze(target, count === undefined || count === null ? 1 : asIndex(count), 0),
    FreezeColumns: (target, [count]) => freeze(target, 0, count === undefined || count === null ? 1 : asIndex(count)),
    FreezeAt: (target, [where]) => freezeAt(target, where),
    Unfreeze: (target) => freeze(target, 0, 0),
    GetLocationOrNullObject: (target) => {
      const { freeze: frozen } = target.sheet;
      if (frozen === null) return null;
      return range({
        ...target,
        area: {
          top: 0,
          left: 0,
          bottom: frozen.rows === 0 ? 1_048_575 : frozen.rows - 1,
          right: frozen.columns === 0 ? 16_383 : frozen.columns - 1,
        },
      });
    },
  },
};

export function freezePanes(target: SheetTarget): HostObject {
  return hostObject(FREEZE, target);
}
