import { type DragEvent, type JSX, useEffect, useState } from 'react';
import { Failure, type SubmissionPort } from '../application';
import { createExcelHost, type ExcelHost } from './excel-host';
import { type NamedFile, savedWorkbook, type WorkbookFiles } from './saved-workbook';
import { SelectedCell } from './selected-cell';
import { typeSelected } from './type-in-cell';
import { WorkbookBar } from './workbook-bar';
import { WorksheetGrid } from './worksheet-grid';

/** What the pane, which is in a frame, takes from the preview's page around it. */
export interface PreviewWindow {
  previewHost?: ExcelHost;
}

/** A workbook in the host, and the file it came from. */
export interface OpenWorkbook {
  readonly file: NamedFile;
  readonly host: ExcelHost;
}

interface PreviewPageProps {
  readonly submissions: SubmissionPort;
  readonly files: WorkbookFiles;
  /** Paths under `samples/`. */
  readonly samples: readonly string[];
  readonly first: OpenWorkbook;
}

/** @throws SubmissionError in plain words when the file cannot be read. */
export async function openWorkbook(submissions: SubmissionPort, file: NamedFile): Promise<OpenWorkbook> {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { file, host: createExcelHost(await submissions.open(file.name, file.bytes), { turn }) };
}

/** @throws Failure when the sample cannot be fetched. */
export async function fetchSample(path: string): Promise<NamedFile> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const answer = await fetch(`samples/${path.split('/').map(encodeURIComponent).join('/')}`);
  if (!answer.ok)
    throw new Failure(
      'unreadable file',
      `The sample ${name} could not be loaded, because it is missing from the preview’s files. Build the preview again.`,
    );
  return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** The add-in beside a real grid: a workbook on the left, the pane on the right, as in Excel. */
export function PreviewPage({ submissions, files, samples, first }: PreviewPageProps): JSX.Element {
  // The number grows with every workbook opened, so that React builds grid and pane again.
  const [shown, setShown] = useState({ ...first, number: 1 });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(refuseStrayDrops, []);

  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      setProblem(null);
      await work();
    } catch (error) {
      setProblem(error instanceof Failure ? error.message : `${what} Please try again, or try another workbook.`);
    }
  };
  const open = (name: string, fetched: () => Promise<NamedFile>): void =>
    void attempt(`${name} could not be opened.`, async () => {
      const opened = await openWorkbook(submissions, await fetched());
      (window as PreviewWindow).previewHost = opened.host;
      setShown(({ number }) => ({ ...opened, number: number + 1 }));
    });
  const openFile = (file: File): void =>
    open(file.name, async () => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  const save = (): void =>
    void attempt(`${shown.file.name} could not be saved.`, async () => {
      download(await savedWorkbook(files, shown.file, shown.host.workbook));
    });
  const dropped = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file !== undefined) openFile(file);
  };

  return (
    <div className="preview">
      <WorkbookBar
        name={shown.file.name}
        samples={samples}
        problem={problem}
        onSample={(path) => open(path, () => fetchSample(path))}
        onFile={openFile}
        onSave={save}
      />
      <main className="sheet" aria-label="Workbook" onDrop={dropped}>
        <WorksheetGrid key={shown.number} host={shown.host} onRefused={setProblem} />
        <SelectedCell
          key={`cell ${String(shown.number)}`}
          host={shown.host}
          onType={(text) => setProblem(typeSelected(shown.host, text))}
        />
      </main>
      <iframe key={shown.number} className="pane" title="Delivery plan" src="pane.html" />
    </div>
  );
}

/** Otherwise the browser would open a file dropped beside the grid in place of this page, and everything typed would be lost. */
function refuseStrayDrops(): () => void {
  const refuse = (event: Event): void => event.preventDefault();
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}

function download({ name, bytes }: NamedFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
