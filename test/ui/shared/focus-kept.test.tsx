import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState, type ReactNode } from 'react';
import { useFocusKept } from '../../../src/ui/shared/use-focus-kept';
import { ViewFrame } from '../../../src/ui/shared/view-frame';

/** Lines that go away when they are pressed. */
function Lines({ names, onBack }: { readonly names: readonly string[]; readonly onBack?: () => void }): ReactNode {
  const [left, setLeft] = useState(names);
  const pane = useRef<HTMLDivElement>(null);
  useFocusKept(pane);
  return (
    <FluentProvider theme={webLightTheme}>
      <div ref={pane}>
        <ViewFrame title="Lines" arrived={false} onBack={onBack}>
          <ul>
            {left.map((name) => (
              <li key={name}>
                <button type="button" onClick={() => setLeft(left.filter((one) => one !== name))}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
          <p>Words</p>
        </ViewFrame>
      </div>
    </FluentProvider>
  );
}

const press = async (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const focused = (name: string): Promise<void> => waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus());

test('focus goes to the next control, of the last one to the one before, and of the only one to the title', async () => {
  render(<Lines names={['one', 'two', 'three']} />);
  await press('two');
  await focused('three');
  await press('three');
  await focused('one');
  await press('one');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('a control that was made anew has focus again', async () => {
  function Anew(): ReactNode {
    const [turn, setTurn] = useState(0);
    const pane = useRef<HTMLDivElement>(null);
    useFocusKept(pane);
    return (
      <div ref={pane}>
        <button type="button">before</button>
        <button key={turn} type="button" onClick={() => setTurn(turn + 1)}>
          again
        </button>
        <button type="button">after</button>
      </div>
    );
  }
  render(<Anew />);
  await press('again');
  await focused('again');
});

test('a control that can no longer be used hands focus on', async () => {
  function Once(): ReactNode {
    const [isUsed, setUsed] = useState(false);
    const pane = useRef<HTMLDivElement>(null);
    useFocusKept(pane);
    return (
      <div ref={pane}>
        <button type="button" disabled={isUsed} onClick={() => setUsed(true)}>
          once
        </button>
        <button type="button">after</button>
      </div>
    );
  }
  render(<Once />);
  await press('once');
  await focused('after');
});

test('Escape goes back wherever focus is, also when it is on nothing', async () => {
  const onBack = jest.fn();
  render(<Lines names={['one']} onBack={onBack} />);
  await userEvent.click(screen.getByText('Words'));
  expect(document.body).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(onBack).toHaveBeenCalledTimes(1);
});
