/** Resolves in a task of its own: the browser draws and delivers clicks before it. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
