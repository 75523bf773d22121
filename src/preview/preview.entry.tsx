import { createRoot } from 'react-dom/client';
import { fileSubmissions } from '../adapters/xlsx';
import { createExcelHost } from './excel-host';
import './preview.css';
import { PreviewPage, type PreviewWindow } from './preview-page';

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
  const answer = await fetch(`samples/${FIRST}`);
  const host = createExcelHost(await fileSubmissions.open(FIRST, new Uint8Array(await answer.arrayBuffer())));
  (window as PreviewWindow).previewHost = host;
  const root = document.getElementById('root');
  if (root !== null)
    createRoot(root).render(<PreviewPage submissions={fileSubmissions} samples={SAMPLES} first={host} firstName={FIRST} />);
}

void start();
