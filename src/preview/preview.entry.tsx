import { createRoot } from 'react-dom/client';
import { fileSubmissions, FileWorkbook } from '../adapters/files';
import './preview.css';
import { Failure } from '../application';
import { fetchSample, openWorkbook, PreviewPage, type PreviewWindow } from './preview-page';

const FIRST = 'kent-priorities.xlsx';

const SAMPLES = [
  FIRST,
  'kent-activity.xlsx',
  'submissions/ASCH priorities - final FINAL.xlsx',
  'submissions/CYPE priorities v2.xlsx',
  'submissions/Commercial and Procurement.xlsx',
  'submissions/Communities.xlsx',
  'submissions/GET.xlsx',
  'submissions/HROD.xlsx',
  'submissions/PH Education.xlsx',
  'submissions/Public Health ICS delivery plan.xlsx',
];

async function start(): Promise<void> {
  const first = await openWorkbook(fileSubmissions, await fetchSample(FIRST));
  (window as PreviewWindow).previewHost = first.host;
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(<PreviewPage submissions={fileSubmissions} files={FileWorkbook} samples={SAMPLES} first={first} />);
}

start().catch((error: unknown) => {
  document.body.textContent = error instanceof Failure ? error.message : 'The preview could not start. Build it again with npm start.';
  throw error;
});
