import { type JSX, useEffect, useReducer } from 'react';
import { a1 } from '../domain/grid';
import { type ExcelHost, followLink, linkTarget, wordsOffered } from './excel-host';

interface SelectedCellProps {
  readonly host: ExcelHost;
  readonly onType: (text: string) => void;
}

/**
 * What Excel draws in the selected cell and the grid cannot: the list of a drop-down, and a link that can be followed. Both by keyboard too.
 */
export function SelectedCell({ host, onType }: SelectedCellProps): JSX.Element | null {
  const [, redraw] = useReducer((number: number) => number + 1, 0);
  const { workbook } = host;
  useEffect(() => workbook.subscribe(redraw), [workbook]);
  const sheet = workbook.active;
  const { top: row, left: column } = sheet.selection;
  const words = wordsOffered(workbook, sheet, row, column);
  const target = linkTarget(sheet, row, column);
  if (words.length === 0 && target === null) return null;
  const address = a1({ row, column });
  return (
    <div className="selected" role="group" aria-label={`Cell ${address}`}>
      {words.length > 0 && (
        <label>
          {address} can be
          {/* Always shows its first line again: what the cell holds is in the grid. */}
          <select value="" onChange={({ target: { value } }) => onType(value)}>
            <option value="" disabled>
              Choose
            </option>
            {words.map((word) => (
              <option key={word}>{word}</option>
            ))}
          </select>
        </label>
      )}
      {target?.startsWith('#') === true && (
        <button type="button" className="button" onClick={() => followLink(workbook, target)}>
          Go to {target.slice(1)}
        </button>
      )}
      {target !== null && /^https?:/i.test(target) && (
        <a href={target} target="_blank" rel="noopener">
          {target}
        </a>
      )}
    </div>
  );
}
