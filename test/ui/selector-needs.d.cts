declare function mayMatch(selector: string, tag: string, classes: ReadonlySet<string>): boolean;
export = mayMatch;
