export declare function policyOf(page: 'taskpane.html' | 'preview.html' | 'preview-pane.html', serving?: boolean): string;
