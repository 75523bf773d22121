/** Loads the pane's page anew, from the server where it has changed. What was typed in the pane and not written is gone. */
export function reloadPage(): void {
  window.location.reload();
}
