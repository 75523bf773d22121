import { Failure } from './failure';

/**
 * A part of the program that is loaded only when it is asked for.
 *
 * @param load imports it; asked again, it tries again.
 * @throws Failure `part missing`: its file has gone from the server with the version that is open, or the connection failed.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    throw new Failure(
      'part missing',
      'A part of the pane did not load, and nothing was changed. Most likely the pane was updated since you opened it: reload it. If that does not help, check your connection.',
      { cause: error },
    );
  }
}
