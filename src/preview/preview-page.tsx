import { type ChangeEvent, type DragEvent, type JSX, useCallback, useState } from 'react';
import { Failure, type SubmissionPort } from '../application';
import { createExcelHost, type ExcelHost } from './excel-host';
import { WorksheetGrid } from './worksheet-grid';

/** What the pane's frame takes from the page round it. */
export interface PreviewWindow {
  previewHost?: ExcelHost;
}

interface PreviewPageProps {
  readonly submissions: SubmissionPort;
  readonly samples: readonly string[];
  readonly first: ExcelHost;
  readonly firstName: string;
}

interface Shown {
  readonly host: ExcelHost;
  readonly name: string;
  /** Raised with every workbook, so that grid and pane begin anew. */
  readonly number: number;
}

/** The add-in beside a real grid: a workbook on the left, the pane on the right, as in Excel. */
export function PreviewPage({ submissions, samples, first, firstName }: PreviewPageProps): JSX.Element {
  const [shown, setShown] = useState<Shown>({ host: first, name: firstName, number: 1 });
  const [problem, setProblem] = useState<string | null>(null);

  const open = useCallback(
    async (name: string, bytes: Uint8Array): Promise<void> => {
      try {
        const host = createExcelHost(await submissions.open(name, bytes));
        (window as PreviewWindow).previewHost = host;
        setProblem(null);
        setShown(({ number }) => ({ host, name, number: number + 1 }));
      } catch (error) {
        setProblem(error instanceof Failure ? error.message : `${name} could not be opened. Please try another workbook.`);
      }
    },
    [submissions],
  );
  const openSample = async (event: ChangeEvent<HTMLSelectElement>): Promise<void> => {
    const name = event.target.value;
    const answer = await fetch(`samples/${name.split('/').map(encodeURIComponent).join('/')}`);
    await open(name.slice(name.lastIndexOf('/') + 1), new Uint8Array(await answer.arrayBuffer()));
  };
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await open(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    void openFile(event.dataTransfer.files[0]);
  };

  return (
    <div className="preview">
      <header className="bar">
        <h1>{shown.name}</h1>
        <label>
          Open a sample
          <select value="" onChange={(event) => void openSample(event)}>
            <option value="" disabled>
              Choose a workbook
            </option>
            {samples.map((name) => (
              <option key={name} value={name}>
                {name.slice(name.lastIndexOf('/') + 1)}
              </option>
            ))}
          </select>
        </label>
        <label className="file">
          Open a workbook of yours
          <input type="file" accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv" onChange={(event) => void openFile(event.target.files?.[0])} />
        </label>
        <p role="status">{problem}</p>
      </header>
      <main className="sheet" aria-label="Workbook" onDragOver={(event) => event.preventDefault()} onDrop={dropped}>
        <WorksheetGrid key={shown.number} host={shown.host} />
      </main>
      <iframe key={shown.number} className="pane" title="Delivery plan" src="pane.html" />
    </div>
  );
}
