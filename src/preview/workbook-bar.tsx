import type { JSX } from 'react';
import { WORKBOOK_ENDINGS } from '../application';

interface WorkbookBarProps {
  /** The file's name. */
  readonly name: string;
  readonly samples: readonly string[];
  /** What went wrong with the last file, in a sentence. */
  readonly problem: string | null;
  readonly onSample: (path: string) => void;
  readonly onFile: (file: File) => void;
  readonly onSave: () => void;
}

const READABLE = WORKBOOK_ENDINGS.join();

/** The part of Excel's File menu that the preview has: open a workbook, save the one that is open. */
export function WorkbookBar({ name, samples, problem, onSample, onFile, onSave }: WorkbookBarProps): JSX.Element {
  return (
    <header className="bar">
      <h1>{name}</h1>
      <label>
        Open a sample
        {/* Always shows its first line again, so that the same sample can be opened twice. */}
        <select value="" onChange={(event) => onSample(event.target.value)}>
          <option value="" disabled>
            Choose a workbook
          </option>
          {samples.map((path) => (
            <option key={path} value={path}>
              {path.slice(path.lastIndexOf('/') + 1)}
            </option>
          ))}
        </select>
      </label>
      {/* The input itself, which browsers draw each in their own way, lies unseen under the label, and takes focus and files. */}
      <label className="button file">
        Open your own workbook…
        <input
          type="file"
          accept={READABLE}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onFile(file);
            // Cleared so that the same file can be chosen again after it was corrected.
            target.value = '';
          }}
        />
      </label>
      <button type="button" className="button" onClick={onSave}>
        Save as a file
      </button>
      <p role="alert">{problem}</p>
    </header>
  );
}
